package org.natter.planted.pot;

import java.net.InetAddress;

/** Planted: the network in a core. */
record KnowsTheNetwork(InetAddress address) {}
