package io.github.rossumext.spring.guide;

import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;

import io.github.rossumext.FailurePolicy;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.ScheduledPayload;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.spring.EventHandler;
import io.github.rossumext.spring.HookEndpointCustomizer;
import io.github.rossumext.spring.OnlyAt;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The handlers of the guide. */
@Configuration(proxyBeanMethods = false)
public class GuideHandlers {
  // @start region="only-at"
  // docs: spring-boot-only-at
  @Bean
  @OnlyAt("export")
  ContentRule booking(Erp erp) {
    return content -> erp.book(content.context().deliveryKey());
  }

  // end
  // @end

  // @start region="handler"
  // docs: spring-boot-handlers
  @Bean
  EventHandler<EmailPayload, EmailResponse> inbox() {
    return EventHandler.of(
        EMAIL_RECEIVED, (email, context) -> EmailResponse.importOnly(email, EmailFile::isPdf));
  }

  @Bean
  EventHandler<ScheduledPayload, NoResponse> nightlyImport(Erp erp) {
    return EventHandler.listen(INVOCATION_SCHEDULED, (call, context) -> erp.importOrders());
  }

  // end
  // @end

  // @start region="customizer"
  // docs: spring-boot-customizer
  @Bean
  HookEndpointCustomizer policies() {
    return endpoint -> endpoint.onFailure(EMAIL_RECEIVED, FailurePolicy.FAIL_OPEN);
  }
  // end
  // @end
}
