/** What an installation can set for web: its own address, its region, its sessions and its mail server. */
@NullMarked
package org.natter.web.settings;

import org.jspecify.annotations.NullMarked;
