package org.natter.web.account.webauthn;

import com.webauthn4j.util.exception.WebAuthnException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.account.Passkeys;
import org.natter.web.settings.WebSettings;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
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
import tools.jackson.core.JacksonException;
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
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ADDED =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SIGNED =
            new TypeReference<>() {};

    private final Organisers organisers;
    private final UserCredentialRepository kept;
    private final PublicKeyCredentialRpEntity site;
    private final boolean offered;
    private final WebAuthnRelyingPartyOperations ceremonies;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeyCeremonies(Organisers organisers, UserCredentialRepository kept, WebSettings settings) {
        var address = settings.baseUrl();
        this.organisers = organisers;
        this.kept = kept;
        this.site = PublicKeyCredentialRpEntity.builder()
                .id(address.getHost())
                .name(NETWORK)
                .build();
        this.offered = isOffered(address.getHost(), settings.secure());
        this.ceremonies = new Webauthn4JRelyingPartyOperations(
                new Holders(), kept, site, Set.of(address.getScheme() + "://" + address.getAuthority()));
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

    /** Adds what the browser made for this challenge; false if it is no passkey, or somebody has it already. */
    public boolean add(Organiser organiser, String name, String challenge, String answer) {
        var credential = read(answer, ADDED).filter(PasskeyCeremonies::isWhole);
        if (credential.isEmpty() || kept.findByUserId(handle(organiser.id())).size() >= Passkeys.MOST) {
            return false;
        }
        try {
            ceremonies.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    additionOf(organiser, challenge), new RelyingPartyPublicKey(credential.get(), name)));
            return true;
        } catch (IllegalArgumentException | WebAuthnException | JacksonException refused) {
            return false;
        }
    }

    /** Whose passkey signed this challenge, if one did. */
    public Optional<Organiser> signIn(String challenge, String answer) {
        return read(answer, SIGNED).filter(PasskeyCeremonies::isSigned).flatMap(credential -> {
            try {
                var holder = ceremonies.authenticate(
                        new RelyingPartyAuthenticationRequest(signatureOf(challenge), credential));
                return organisers.find(OrganiserId.ofHandle(holder.getId().getBytes()));
            } catch (IllegalArgumentException | WebAuthnException | JacksonException refused) {
                return Optional.empty();
            }
        });
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
                .excludeCredentials(kept.findByUserId(handle(organiser.id())).stream()
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

    private static PublicKeyCredentialDescriptor named(CredentialRecord passkey) {
        return PublicKeyCredentialDescriptor.builder()
                .id(passkey.getCredentialId())
                .transports(passkey.getTransports())
                .build();
    }

    private <T> Optional<T> read(String answer, TypeReference<T> shape) {
        try {
            return Optional.ofNullable(json.readValue(answer, shape));
        } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
            return Optional.empty(); // the framework's builders throw each of them for a part that is not there
        }
    }

    private static boolean isWhole(PublicKeyCredential<AuthenticatorAttestationResponse> credential) {
        var made = credential.getResponse();
        return made != null && areThere(credential.getRawId(), made.getAttestationObject(), made.getClientDataJSON());
    }

    private static boolean isSigned(PublicKeyCredential<AuthenticatorAssertionResponse> credential) {
        var made = credential.getResponse();
        return made != null
                && areThere(
                        credential.getRawId(),
                        made.getAuthenticatorData(),
                        made.getClientDataJSON(),
                        made.getSignature());
    }

    private static boolean areThere(@Nullable Object... parts) {
        return Stream.of(parts).allMatch(Objects::nonNull);
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

    /** The accounts, as the framework looks for them: by id alone. */
    private final class Holders implements PublicKeyCredentialUserEntityRepository {

        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
            return organisers
                    .find(OrganiserId.ofHandle(id.getBytes()))
                    .map(PasskeyCeremonies::holder)
                    .orElse(null);
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String nobodyAsks) {
            return null;
        }

        @Override
        public void save(PublicKeyCredentialUserEntity holder) {
            throw new UnsupportedOperationException("Accounts are made by the team's page");
        }

        @Override
        public void delete(Bytes id) {
            throw new UnsupportedOperationException("Accounts are ended by the team's page");
        }
    }
}
