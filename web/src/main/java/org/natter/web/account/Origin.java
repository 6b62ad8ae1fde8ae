package org.natter.web.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a request comes from. Prints masked.
 *
 * @param network an IPv4 address, or the first 64 bits of an IPv6 address, which are one household's
 * @param site all that one customer of a provider may have been given of IPv6, 65,536 such networks
 *     (<a href="https://www.rfc-editor.org/rfc/rfc6177">RFC 6177</a>); the address itself with IPv4
 */
public record Origin(String network, String site) {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}");
    private static final Pattern IPV4_WITHIN = Pattern.compile("::ffff:([0-9]+(?:\\.[0-9]+){3})");
    private static final int GROUPS = 8;
    private static final int HOUSEHOLD_GROUPS = 4;
    private static final int SITE_GROUPS = 3;

    /** The origin with this address, as a server sees it. */
    public static Origin at(String address) {
        var plain = address.strip().toLowerCase(Locale.ROOT).split("%", 2)[0];
        var within = IPV4_WITHIN.matcher(plain);
        if (within.matches()) {
            return new Origin(within.group(1), within.group(1));
        }
        return IPV6.matcher(plain).matches() ? within(plain) : new Origin(plain, plain);
    }

    private static Origin within(String address) {
        var halves = address.split("::", 2);
        var groups = groups(halves[0]);
        var rest = halves.length == 2 ? groups(halves[1]) : List.<String>of();
        while (groups.size() + rest.size() < GROUPS) {
            groups.add("0");
        }
        groups.addAll(rest);
        return new Origin(first(HOUSEHOLD_GROUPS, groups), first(SITE_GROUPS, groups));
    }

    private static String first(int count, List<String> groups) {
        return String.join(":", groups.subList(0, count));
    }

    /** Whether it is one of many networks that may be in one hand. */
    public boolean isOneOfMany() {
        return !site.equals(network);
    }

    private static List<String> groups(String half) {
        var groups = new ArrayList<String>();
        for (var group : half.split(":")) {
            if (!group.isEmpty()) {
                groups.add(Integer.toHexString(Integer.parseInt(group, 16)));
            }
        }
        return groups;
    }

    @Override
    public String toString() {
        return "Origin[masked]";
    }
}
