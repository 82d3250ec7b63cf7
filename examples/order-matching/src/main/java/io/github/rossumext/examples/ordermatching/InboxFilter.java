package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.spring.EventHandler;
import org.springframework.stereotype.Component;

/** Imports only the PDFs of an e-mail. */
@Component
final class InboxFilter implements EventHandler<EmailPayload, EmailResponse> {
  @Override
  public HookEvent<EmailPayload, EmailResponse> event() {
    return EMAIL_RECEIVED;
  }

  @Override
  public EmailResponse handle(EmailPayload email, HookContext context) {
    return EmailResponse.importOnly(email, EmailFile::isPdf);
  }
}
