/** What the architecture rules must catch. Never part of the service. */
package org.natter.planted;
