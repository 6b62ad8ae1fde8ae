package org.natter.web.account.webauthn;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.account.Passkeys;
import org.natter.web.account.Passkeys.Credential;
import org.natter.web.account.SignedIn;
import org.natter.web.settings.WebSettings;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of <a href="https://www.w3.org/TR/webauthn-3/">WebAuthn</a>: adding a passkey, and signing in with
 * one. The device has to check its owner by finger, face or PIN, so one passkey is two factors, and it keeps whose it is,
 * so nobody types an address. A challenge is the caller's to keep and to use once.
 */
@Component
public class PasskeyCeremonies {

    private static final String NETWORK = "Natter";
    private static final int LONGEST = 8_192;
    private static final int SHORTEST_ID = 16;
    private static final int LONGEST_ID = 1_023;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ADDED =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SIGNED =
            new TypeReference<>() {};

    private final Organisers organisers;
    private final Passkeys passkeys;
    private final PublicKeyCredentialRpEntity site;
    private final boolean offered;
    private final String origin;
    private final AttestationObjectConverter attestations = new AttestationObjectConverter(new ObjectConverter());
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeyCeremonies(Organisers organisers, Passkeys passkeys, WebSettings settings) {
        var address = settings.baseUrl();
        this.organisers = organisers;
        this.passkeys = passkeys;
        this.site = PublicKeyCredentialRpEntity.builder()
                .id(address.getHost())
                .name(NETWORK)
                .build();
        this.offered = isOffered(address.getHost(), settings.secure());
        this.origin = address.getScheme() + "://" + address.getAuthority();
    }

    /** Whether a browser would make a passkey for this address at all: it wants a name, and https but on the machine itself. */
    public boolean isOffered() {
        return offered;
    }

    private static boolean isOffered(String host, boolean secure) {
        var named = host.chars().anyMatch(Character::isLetter) && !host.startsWith("[");
        return named && (secure || host.equals("localhost"));
    }

    /** Something to sign that nobody has ever been asked to sign. */
    public static String challenge() {
        return Bytes.random().toBase64UrlString();
    }

    /** What a browser is asked for to add a passkey: the options of {@code navigator.credentials.create}, as JSON. */
    public String toAdd(Organiser organiser, String challenge) {
        return json.writeValueAsString(additionOf(organiser, challenge));
    }

    /** What a browser is asked for to sign in: the options of {@code navigator.credentials.get}, as JSON. */
    public String toSignIn(String challenge) {
        return json.writeValueAsString(signatureOf(challenge));
    }

    /** Adds what the browser made for this challenge; false if it is no passkey, if somebody has it already, or if ten are there. */
    public boolean add(Organiser organiser, String name, String challenge, String answer) {
        var wanted = additionOf(organiser, challenge);
        return read(answer, ADDED)
                .filter(this::isOfOneId)
                .filter(made ->
                        passkeys.find(made.getRawId().toBase64UrlString()).isEmpty())
                .flatMap(made -> verified(
                        new OneCredential(null),
                        site -> site.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                                wanted, new RelyingPartyPublicKey(made, name)))))
                .map(PasskeyCeremonies::toCredential)
                .filter(passkey -> passkeys.add(SignedIn.as(organiser), passkey))
                .isPresent();
    }

    /** Whose passkey signed this challenge, if one did. */
    public Optional<Organiser> signIn(String challenge, String answer) {
        return read(answer, SIGNED)
                .flatMap(signed -> passkeys.find(signed.getRawId().toBase64UrlString())
                        .flatMap(kept -> verified(
                                new OneCredential(toRecord(kept)),
                                site -> site.authenticate(
                                        new RelyingPartyAuthenticationRequest(signatureOf(challenge), signed)))))
                .map(PasskeyCeremonies::toCredential)
                .flatMap(used -> passkeys.use(used, challenge))
                .flatMap(opened -> organisers.find(opened.id()).filter(opened::holds));
    }

    /**
     * The credential as a ceremony leaves it, if it holds. Nothing in here asks the store: whatever the two libraries throw at
     * what a stranger's browser sent, and they throw much, is a no.
     */
    private Optional<CredentialRecord> verified(OneCredential one, Consumer<WebAuthnRelyingPartyOperations> ceremony) {
        try {
            ceremony.accept(new Webauthn4JRelyingPartyOperations(one, one, site, Set.of(origin)));
            return Optional.ofNullable(one.record);
        } catch (RuntimeException no) {
            return Optional.empty();
        }
    }

    private PublicKeyCredentialCreationOptions additionOf(Organiser organiser, String challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(site)
                .user(holder(organiser))
                .challenge(Bytes.fromBase64(challenge))
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(passkeys.credentialsOf(organiser.id()).stream()
                        .map(PasskeyCeremonies::named)
                        .toList())
                .timeout(PATIENCE)
                .build();
    }

    private PublicKeyCredentialRequestOptions signatureOf(String challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(site.getId())
                .challenge(Bytes.fromBase64(challenge))
                .userVerification(UserVerificationRequirement.REQUIRED)
                .allowCredentials(List.of())
                .timeout(PATIENCE)
                .build();
    }

    private static PublicKeyCredentialDescriptor named(Credential passkey) {
        return PublicKeyCredentialDescriptor.builder()
                .id(Bytes.fromBase64(passkey.id()))
                .transports(transports(passkey))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(Credential passkey) {
        return passkey.transports().stream()
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    private static CredentialRecord toRecord(Credential passkey) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(passkey.id()))
                .userEntityUserId(handle(passkey.whose()))
                .publicKey(new ImmutablePublicKeyCose(passkey.key()))
                .attestationObject(new Bytes(passkey.attestation()))
                .signatureCount(passkey.signatures())
                .uvInitialized(true)
                .backupEligible(passkey.synced())
                .transports(transports(passkey))
                .label(passkey.name())
                .build();
    }

    private static Credential toCredential(CredentialRecord made) {
        return new Credential(
                made.getCredentialId().toBase64UrlString(),
                OrganiserId.ofHandle(made.getUserEntityUserId().getBytes()),
                made.getLabel(),
                made.getPublicKey().getBytes(),
                Objects.requireNonNull(made.getAttestationObject()).getBytes(),
                made.getSignatureCount(),
                made.isBackupEligible(),
                made.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .collect(Collectors.toSet()));
    }

    /** What the browser sent, if it reads as a credential with an id of a likely length. */
    private <T extends AuthenticatorResponse> Optional<PublicKeyCredential<T>> read(
            String answer, TypeReference<PublicKeyCredential<T>> shape) {
        if (answer.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(answer, shape))
                    .filter(credential -> isLikely(credential.getRawId().getBytes().length));
        } catch (RuntimeException unreadable) {
            return Optional.empty(); // the framework's builders throw this and that for a part that is not there
        }
    }

    /** Whether the id that the browser names is the one that the device made. */
    private boolean isOfOneId(PublicKeyCredential<AuthenticatorAttestationResponse> made) {
        try {
            var attested = Objects.requireNonNull(attestations.convert(
                            made.getResponse().getAttestationObject().getBytes()))
                    .getAuthenticatorData()
                    .getAttestedCredentialData();
            return attested != null
                    && Arrays.equals(attested.getCredentialId(), made.getRawId().getBytes());
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static boolean isLikely(int bytes) {
        return bytes >= SHORTEST_ID && bytes <= LONGEST_ID;
    }

    private static Bytes handle(OrganiserId organiser) {
        return new Bytes(organiser.handle());
    }

    private static PublicKeyCredentialUserEntity holder(Organiser organiser) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(organiser.id()))
                .name(organiser.email().value())
                .displayName(organiser.name())
                .build();
    }

    /** The one credential that a ceremony is about, and what becomes of it. */
    private static final class OneCredential
            implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

        @Nullable
        private CredentialRecord record;

        OneCredential(@Nullable CredentialRecord record) {
            this.record = record;
        }

        @Override
        public void save(CredentialRecord changed) {
            record = changed;
        }

        @Override
        public @Nullable CredentialRecord findByCredentialId(Bytes id) {
            return record;
        }

        @Override
        public List<CredentialRecord> findByUserId(Bytes holder) {
            return List.of();
        }

        @Override
        public PublicKeyCredentialUserEntity findById(Bytes holder) {
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(holder)
                    .name("")
                    .displayName("")
                    .build();
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
            return null;
        }

        @Override
        public void save(PublicKeyCredentialUserEntity holder) {
            throw new UnsupportedOperationException("Accounts are made by the team's page");
        }

        @Override
        public void delete(Bytes id) {
            throw new UnsupportedOperationException("No ceremony takes anything away");
        }
    }
}
