package org.natter.web.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a request comes from: an IPv4 address, or the 64 bits of an IPv6 address that one household has. Prints masked. */
public record Origin(String network) {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}");
    private static final Pattern IPV4_WITHIN = Pattern.compile("::ffff:([0-9]+(?:\\.[0-9]+){3})");
    private static final int GROUPS = 8;
    private static final int HOUSEHOLD_GROUPS = 4;

    /** The origin with this address, as a server sees it. */
    public static Origin at(String address) {
        var plain = address.strip().toLowerCase(Locale.ROOT).split("%", 2)[0];
        var within = IPV4_WITHIN.matcher(plain);
        if (within.matches()) {
            return new Origin(within.group(1));
        }
        return new Origin(IPV6.matcher(plain).matches() ? household(plain) : plain);
    }

    private static String household(String address) {
        var halves = address.split("::", 2);
        var groups = groups(halves[0]);
        var rest = halves.length == 2 ? groups(halves[1]) : List.<String>of();
        while (groups.size() + rest.size() < GROUPS) {
            groups.add("0");
        }
        groups.addAll(rest);
        return String.join(":", groups.subList(0, HOUSEHOLD_GROUPS));
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
