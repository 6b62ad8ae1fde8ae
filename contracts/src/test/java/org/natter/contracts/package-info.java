/**
 * Holds the message contracts to their own rules: every type has a schema, a sample that satisfies it and a glossary
 * entry; no schema lets free text onto the wire.
 */
package org.natter.contracts;
