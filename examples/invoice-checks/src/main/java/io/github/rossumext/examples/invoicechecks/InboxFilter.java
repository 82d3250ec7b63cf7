package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookHandler;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.response.EmailResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports only the PDFs of an e-mail, and gives them the order number in the subject. */
final class InboxFilter implements HookHandler<EmailPayload, EmailResponse> {
  private static final Pattern ORDER =
      Pattern.compile("\\b(?:order|PO)\\W{0,3}(\\d{6})\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public EmailResponse handle(EmailPayload email, HookContext context) {
    EmailResponse pdfs = EmailResponse.importOnly(email, EmailFile::isPdf);
    Matcher order = ORDER.matcher(email.headers().subject());
    return order.find() ? pdfs.withValue("email:order_id", order.group(1)) : pdfs;
  }
}
