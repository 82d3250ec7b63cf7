package io.github.rossumext.examples.ordermatching;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.web.servlet.function.RouterFunctions.route;
import static org.springframework.web.servlet.function.ServerResponse.ok;
import static org.springframework.web.servlet.function.ServerResponse.status;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.web.client.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The application. Everything else is a rule, a record, a query or a property. */
@SpringBootApplication
public class OrderMatching {
  public static void main(String[] args) {
    SpringApplication.run(OrderMatching.class, args);
  }

  @Bean
  RestClientCustomizer erp(@Value("${erp.url}") String url) {
    return http -> http.baseUrl(url);
  }

  /** The ERP, unless {@code ERP_URL} names another. */
  @Bean
  @ConditionalOnExpression("'${ERP_URL:}'.empty")
  RouterFunction<ServerResponse> stubErp(StubBookings erp) {
    return route()
        .POST("/erp/bookings", sent -> status(CREATED).body(erp.book(sent)))
        .GET("/erp/bookings", sent -> ok().body(erp.findAll()))
        .GET("/erp/orders", sent -> ok().body(OrderPage.OF_TODAY))
        .build();
  }
}
