package org.natter.web.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The passkeys of the accounts; they end with their account. */
public interface Passkeys {

    /** As many as one organiser may have. */
    int MOST = 10;

    /** What somebody has, the oldest first. */
    List<Passkey> of(OrganiserId organiser);

    /** The credentials behind somebody's passkeys. */
    List<Credential> credentialsOf(OrganiserId organiser);

    /** The credential with this id. */
    Optional<Credential> find(String id);

    /** Keeps a new one; false if the account has it already, has {@link #MOST}, has gone or has had a new password since. */
    boolean add(SignedIn read, Credential passkey);

    /**
     * Notes that one has signed its owner in by this challenge; false if it has been removed meanwhile, or if the challenge
     * is the one it signed last: of two answers at once, one counts.
     *
     * @return the account as it was in that moment: who removes the passkey afterwards ends what it begins
     */
    Optional<SignedIn> use(Credential passkey, String challenge);

    /**
     * Takes one of somebody's away and begins a new generation of the account, so every session ends that it may have begun.
     *
     * @param read the account as whoever removes it saw it; of two changes at once the first counts
     * @return the name it had, or nothing if it is not theirs or the account is in another generation
     */
    Optional<String> remove(SignedIn read, String passkey);

    /**
     * What has to be kept to know a passkey again.
     *
     * @param id as the device made it, in Base64url
     * @param name what its owner calls it
     * @param key the public key, as COSE in CBOR
     * @param attestation what the device said when it was made, as CBOR
     * @param signatures how many the device says it has given; zero where it does not count
     * @param synced whether the device may share it with others of its owner's
     * @param transports how the browser reaches the device, in WebAuthn's words
     */
    record Credential(
            String id,
            OrganiserId whose,
            String name,
            byte[] key,
            byte[] attestation,
            long signatures,
            boolean synced,
            Set<String> transports) {

        @Override
        public String toString() {
            return "Credential[of " + whose + "]";
        }
    }
}
