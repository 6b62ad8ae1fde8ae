package org.natter.web.account.webauthn;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.natter.web.account.SessionKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody's phone, with one passkey: what a browser would hand on from it, byte by byte as WebAuthn has it (sections 6.1
 * authenticator data, 5.8.1 client data, 6.5.4 attestation object "none"), and what a dishonest one would.
 */
final class Device {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final int EXTENDED = 0x80;
    private static final JsonMapper JSON = new JsonMapper();

    private final KeyPair key;
    private final byte[] id = SessionKeys.fresh().getBytes(StandardCharsets.US_ASCII);

    /** Where the browser believes it is, and whether its owner was checked by finger, face or PIN. */
    String origin = "http://localhost:8080";

    boolean verifies = true;

    /** What the browser says its passkey is called; the device itself always says what it is. */
    byte[] named = id;

    /** Says that extensions follow, and has a lone number follow. */
    boolean extensions;

    Device() throws GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        this.key = keys.generateKeyPair();
    }

    /** The answer to {@code navigator.credentials.create}. */
    String made(String wanted) throws GeneralSecurityException {
        var options = JSON.readTree(wanted);
        var client = clientData("webauthn.create", options);
        var data = authenticatorData(options.at("/rp/id").asString(), ATTESTED, attested());
        var response = JSON.createObjectNode()
                .put("clientDataJSON", text(client))
                .put("attestationObject", text(attestation(data)));
        response.putArray("transports").add("internal");
        return credential(response);
    }

    /** The answer to {@code navigator.credentials.get}. */
    String signed(String wanted) throws GeneralSecurityException {
        var options = JSON.readTree(wanted);
        var client = clientData("webauthn.get", options);
        var data = authenticatorData(options.get("rpId").asString(), 0, new byte[0]);
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(key.getPrivate());
        signer.update(data);
        signer.update(sha256(client));
        return credential(JSON.createObjectNode()
                .put("clientDataJSON", text(client))
                .put("authenticatorData", text(data))
                .put("signature", text(signer.sign())));
    }

    private String credential(JsonNode response) {
        var credential = JSON.createObjectNode()
                .put("id", text(named))
                .put("rawId", text(named))
                .put("type", "public-key");
        credential.set("response", response);
        credential.putObject("clientExtensionResults");
        return credential.toString();
    }

    private byte[] clientData(String type, JsonNode options) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("challenge", options.get("challenge").asString())
                .put("origin", origin)
                .put("crossOrigin", false)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String site, int flags, byte[] more) throws GeneralSecurityException {
        var all = flags | PRESENT | (verifies ? VERIFIED : 0) | (extensions ? EXTENDED : 0);
        return together(
                sha256(site.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) all},
                new byte[Integer.BYTES],
                more,
                extensions ? cbor(0x05) : new byte[0]);
    }

    private byte[] attested() {
        var length =
                ByteBuffer.allocate(Short.BYTES).putShort((short) id.length).array();
        return together(new byte[16], length, id, coseKey());
    }

    /** An ES256 key on P-256 in CBOR: {@code {1: 2, 3: -7, -1: 1, -2: x, -3: y}}. */
    private byte[] coseKey() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return together(
                cbor(0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20),
                coordinate(point.getAffineX()),
                cbor(0x22, 0x58, 0x20),
                coordinate(point.getAffineY()));
    }

    /** In CBOR {@code {"fmt": "none", "attStmt": {}, "authData": data}}. */
    private static byte[] attestation(byte[] data) {
        return together(
                cbor(0xA3, 0x63),
                ascii("fmt"),
                cbor(0x64),
                ascii("none"),
                cbor(0x67),
                ascii("attStmt"),
                cbor(0xA0, 0x68),
                ascii("authData"),
                cbor(0x58, data.length),
                data);
    }

    private static byte[] coordinate(BigInteger value) {
        var all = value.toByteArray();
        var from = Math.max(0, all.length - 32);
        var fixed = new byte[32];
        System.arraycopy(all, from, fixed, 32 - (all.length - from), all.length - from);
        return fixed;
    }

    private static byte[] cbor(int... bytes) {
        var plain = new byte[bytes.length];
        for (var at = 0; at < bytes.length; at++) {
            plain[at] = (byte) bytes[at];
        }
        return plain;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] together(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
