/** Wrong on purpose: a web page that reaches behind the services' HTTP. */
@NullMarked
package dev.bellwether.system.wrong.page;

import org.jspecify.annotations.NullMarked;
