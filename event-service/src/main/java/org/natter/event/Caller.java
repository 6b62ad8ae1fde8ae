package org.natter.event;

import org.natter.event.region.RegionId;
import org.natter.event.region.RegionScope;
import org.natter.event.region.UnknownRegion;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who calls, as the verified token says. Only an owner or an organiser has a scope; an organiser's is one region. */
public record Caller(String subject, RegionScope scope) {

    /**
     * The owner or organiser behind a call.
     *
     * @throws AccessDeniedException if the token is anybody else's, or an organiser's without a region
     */
    public static Caller of(Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken)) {
            throw new AccessDeniedException("No token");
        }
        var token = ((JwtAuthenticationToken) authentication).getToken();
        String role = token.getClaimAsString("role");
        String region = token.getClaimAsString("region");
        String subject = String.valueOf(token.getSubject());
        if ("OWNER".equals(role)) {
            return new Caller(subject, RegionScope.everywhere());
        }
        if ("ORGANISER".equals(role) && region != null) {
            return new Caller(subject, RegionScope.of(RegionId.named(region)));
        }
        throw new AccessDeniedException("Neither owner nor organiser");
    }

    /**
     * The region meant, if the caller may act there.
     *
     * @throws UnknownRegion if not
     */
    public RegionId within(RegionId region) {
        if (!scope.covers(region)) {
            throw UnknownRegion.withId(region);
        }
        return region;
    }
}
