/** Playbooks, tested. */
@NullMarked
package dev.bellwether.renewal.playbook;

import org.jspecify.annotations.NullMarked;
