/**
 * A Spring Boot application that matches invoices to purchase orders, and books them at an ERP.
 * {@link io.github.rossumext.examples.ordermatching.OrderMatching} starts it.
 */
@NullMarked
package io.github.rossumext.examples.ordermatching;

import org.jspecify.annotations.NullMarked;
