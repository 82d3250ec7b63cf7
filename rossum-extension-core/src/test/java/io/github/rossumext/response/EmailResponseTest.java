package io.github.rossumext.response;

import static io.github.rossumext.Wire.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.response.EmailResponse.OriginalSender;
import io.github.rossumext.value.ResourceUrl;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailResponseTest {
  private static final String TOO_LONG = "hush".repeat(400);
  private static final ResourceUrl DOCUMENT =
      new ResourceUrl("https://acme.rossum.app/api/v1/documents/700012");

  private final EmailPayload email =
      email(
          "'files':[{'id':'1','mime_type':'image/png'},"
              + "{'id':'2','mime_type':'application/pdf'},{'id':3}]");
  private final EmailFile picture = email.files().get(0);
  private final EmailFile pdf = email.files().get(1);

  private static EmailPayload email(String keys) {
    return (EmailPayload)
        HookPayload.of(
            ("{'event':'email','action':'received'" + (keys.isEmpty() ? "" : ",") + keys + "}")
                .replace('\'', '"')
                .getBytes(UTF_8));
  }

  @Nested
  class Importing {
    @Test
    void noOpinionIsEveryFileOfTheRequest() {
      assertThat(json(EmailResponse.importAll(email)))
          .isEqualTo(
              "{'files':[{'id':'1','values':[]},{'id':'2','values':[]},{'id':'3','values':[]}]}");
    }

    @Test
    void onlyListedFilesAreImported() {
      EmailResponse response = EmailResponse.importOnly(email, EmailFile::isPdf);

      assertThat(response.fileIds()).containsExactly("2");
      assertThat(json(response)).isEqualTo("{'files':[{'id':'2','values':[]}]}");
    }

    @Test
    void nothingIsImportedWhereTheAuthorSaysSo() {
      assertThat(json(EmailResponse.importNothing())).isEqualTo("{'files':[]}");
      assertThat(json(EmailResponse.importOnly(email, file -> false))).isEqualTo("{'files':[]}");
    }

    @Test
    void anEmailWithoutFilesHasNoneToKeep() {
      assertThat(json(EmailResponse.importAll(email("'files':[]")))).isEqualTo("{'files':[]}");
    }

    @Test
    void aFileWhoseIdStandsTwiceIsListedOnce() {
      assertThat(EmailResponse.importAll(email("'files':[{'id':'1'},{'id':1}]")).fileIds())
          .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "'files':null", "'files':'None'", "'files':{}", "'files':[{'id':'1'},7]"})
    void anEmailWhoseFilesAreNotListedGetsNoResponseByAccident(String keys) {
      assertThatExceptionOfType(PayloadException.class)
          .isThrownBy(() -> EmailResponse.importAll(email(keys)))
          .withMessage(
              HelpTopic.NOT_AN_EVENT.explain(
                  "Expected 'files' of the e-mail to be a list of objects, but it is not. A response"
                      + " cannot keep files that it cannot list."));
      assertThatExceptionOfType(PayloadException.class)
          .isThrownBy(() -> EmailResponse.importOnly(email(keys), EmailFile::isPdf));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'id':null}", "{'id':''}", "{'id':' '}", "{'id':{}}"})
    void aFileWithoutIdDoesNotSilentlyVanish(String file) {
      EmailPayload odd = email("'files':[{'id':'1','filename':'a.pdf'}," + file + "]");

      assertThatExceptionOfType(PayloadException.class)
          .isThrownBy(() -> EmailResponse.importAll(odd))
          .withMessage(
              HelpTopic.NOT_AN_EVENT.explain(
                  "Expected an id for each file of the e-mail, but a file has none. A response cannot"
                      + " keep a file that it cannot list."));
    }

    @Test
    void aFileWithoutIdMayBeDroppedByTheAuthor() {
      EmailPayload odd = email("'files':[{'id':'1','filename':'a.pdf'},{}]");

      assertThat(EmailResponse.importOnly(odd, EmailFile::isPdf).fileIds()).containsExactly("1");
      assertThat(EmailResponse.importNothing().fileIds()).isEmpty();
    }
  }

  @Nested
  class Values {
    @Test
    void everyListedFileCarriesTheValue() {
      EmailResponse response =
          EmailResponse.importOnly(email, file -> file.id().compareTo("2") >= 0)
              .withValue("email:po", "4711");

      assertThat(json(response))
          .isEqualTo(
              "{'files':[{'id':'2','values':[{'id':'email:po','value':'4711'}]},"
                  + "{'id':'3','values':[{'id':'email:po','value':'4711'}]}]}");
    }

    @Test
    void oneFileMayCarryAValueOfItsOwn() {
      EmailResponse response =
          EmailResponse.importAll(email)
              .withValue("email:po", "4711")
              .withValue(pdf, "email:kind", "invoice")
              .withValue(pdf, "email:po", "4712");

      assertThat(response.values("1")).containsExactly(Map.entry("email:po", "4711"));
      assertThat(response.values("2"))
          .containsExactly(Map.entry("email:po", "4712"), Map.entry("email:kind", "invoice"));
      assertThat(ResponseCheck.of(response, email).losses()).isEmpty();
    }

    @Test
    void aValueSaidAgainReplacesTheOneBefore() {
      EmailResponse twice =
          EmailResponse.importAll(email).withValue("email:po", "1").withValue("email:po", "2");

      assertThat(twice).isEqualTo(EmailResponse.importAll(email).withValue("email:po", "2"));
    }

    @Test
    void anEmptyValueIsAValue() {
      assertThat(json(EmailResponse.importOnly(email, EmailFile::isPdf).withValue("email:po", "")))
          .isEqualTo("{'files':[{'id':'2','values':[{'id':'email:po','value':''}]}]}");
    }

    @Test
    void whereNoFileIsImportedThereIsNothingToCarryIt() {
      EmailResponse response = EmailResponse.importNothing().withValue("email:po", "4711");

      assertThat(response).isEqualTo(EmailResponse.importNothing());
      assertThat(ResponseCheck.of(response, email).losses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"po", "", "email", "email:", "email: ", "Email:po", " email:po"})
    void theirIdsStartWithEmail(String id) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EmailResponse.importNothing().withValue(id, "hush"))
          .withMessageContaining("email:")
          .withMessageContaining("'" + id + "'")
          .withMessageNotContaining("hush");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EmailResponse.importAll(email).withValue(pdf, id, ""));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AdditionalFile.attached(DOCUMENT).withValue(id, ""));
    }
  }

  @Nested
  class NextToTheFiles {
    @Test
    void additionalFilesAreImportedOrAttached() {
      EmailResponse response =
          EmailResponse.importNothing()
              .withAdditionalFile(AdditionalFile.imported(DOCUMENT).withValue("email:po", "4711"))
              .withAdditionalFile(AdditionalFile.attached(new ResourceUrl("/documents/2")));

      assertThat(json(response))
          .isEqualTo(
              "{'files':[],'additional_files':["
                  + "{'document':'https://acme.rossum.app/api/v1/documents/700012',"
                  + "'values':[{'id':'email:po','value':'4711'}],'import_document':true},"
                  + "{'document':'/documents/2','values':[],'import_document':false}]}");
    }

    @Test
    void aDocumentIsAddedOnce() {
      EmailResponse response =
          EmailResponse.importNothing()
              .withAdditionalFile(AdditionalFile.attached(DOCUMENT))
              .withAdditionalFile(AdditionalFile.imported(DOCUMENT));

      assertThat(response.additionalFiles()).containsExactly(AdditionalFile.imported(DOCUMENT));
    }

    @Test
    void theOriginalSenderOfAForwardedEmailIsTold() {
      EmailResponse response =
          EmailResponse.importNothing().withOriginalSender("ap@vendor.example", "AP");

      assertThat(response.originalSender()).hasValue(new OriginalSender("ap@vendor.example", "AP"));
      assertThat(json(response))
          .isEqualTo(
              "{'files':[],'extracted_original_sender':"
                  + "{'email':'ap@vendor.example','name':'AP'}}");
    }
  }

  @Nested
  class Check {
    @Test
    void aResponseThatFitsIsKeptAsItIs() {
      EmailResponse response =
          EmailResponse.importAll(email)
              .withValue("email:po", "x".repeat(1500))
              .withAdditionalFile(AdditionalFile.imported(DOCUMENT))
              .withOriginalSender("ap@vendor.example", "");

      assertThat(ResponseCheck.of(response, email))
          .isEqualTo(new ResponseCheck<>(response, List.of()));
    }

    @Test
    void filesThatAreNotInTheEmailAreLeftOut() {
      ResponseCheck<EmailResponse> checked =
          ResponseCheck.of(
              EmailResponse.importAll(email("'files':[{'id':'2'},{'id':'7'}]"))
                  .withValue("email:po", "hush"),
              email);

      assertThat(checked.losses())
          .containsExactly("The file '7' is not in the e-mail, so it cannot be imported.");
      assertThat(json(checked.kept()))
          .isEqualTo("{'files':[{'id':'2','values':[{'id':'email:po','value':'hush'}]}]}");
    }

    @Test
    void aResponseToAnotherEmailDropsNoFileOfThisOne() {
      ResponseCheck<EmailResponse> checked =
          ResponseCheck.of(EmailResponse.importAll(email("'files':[{'id':'7'}]")), email);

      assertThat(checked.losses())
          .containsExactly(
              "The file '7' is not in the e-mail, so it cannot be imported.",
              "The response was made for another e-mail, so every file of this one is imported.");
      assertThat(checked.kept()).isEqualTo(EmailResponse.importAll(email));
    }

    @Test
    void valuesOfFilesThatAreNotImportedAreLeftOut() {
      ResponseCheck<EmailResponse> checked =
          ResponseCheck.of(
              EmailResponse.importOnly(email, EmailFile::isPdf)
                  .withValue(picture, "email:po", "hush"),
              email);

      assertThat(checked.losses()).containsExactly("The file '1' has values but is not imported.");
      assertThat(checked.kept()).isEqualTo(EmailResponse.importOnly(email, EmailFile::isPdf));
    }

    @Test
    void valuesThatAreTooLongAreLeftOut() {
      EmailResponse good =
          EmailResponse.importOnly(email, EmailFile::isPdf)
              .withValue("email:po", "4711")
              .withAdditionalFile(AdditionalFile.attached(DOCUMENT));
      ResponseCheck<EmailResponse> checked =
          ResponseCheck.of(
              good.withValue("email:note", TOO_LONG)
                  .withAdditionalFile(
                      AdditionalFile.attached(DOCUMENT).withValue("email:n", TOO_LONG)),
              email);

      assertThat(checked.losses())
          .containsExactly(
              "The value 'email:note' of the file '2' may have up to 1500 characters, not 1600.",
              "The value 'email:n' of the additional file "
                  + DOCUMENT
                  + " may have up to 1500 characters, not 1600.");
      assertThat(checked.kept()).isEqualTo(good);
    }

    @Test
    void aSenderWhoseAddressCannotBeStoredIsLeftOut() {
      EmailResponse good = EmailResponse.importAll(email);
      ResponseCheck<EmailResponse> checked =
          ResponseCheck.of(good.withOriginalSender("\0", "hush"), email);

      assertThat(checked.losses()).containsExactly("The original sender has no e-mail address.");
      assertThat(checked.kept()).isEqualTo(good);
    }

    @Test
    void whatNamesNoDocumentAndNoSenderIsLeftOut() {
      EmailResponse good = EmailResponse.importAll(email);
      ResponseCheck<EmailResponse> checked =
          ResponseCheck.of(
              good.withAdditionalFile(AdditionalFile.imported(new ResourceUrl(" ")))
                  .withOriginalSender("", "hush"),
              email);

      assertThat(checked.losses())
          .containsExactly(
              "An additional file has no URL of a document.",
              "The original sender has no e-mail address.");
      assertThat(checked.kept()).isEqualTo(good);
    }
  }

  @Nested
  class UnstorableNames {
    @Test
    void idsOfValuesGoOutAsTheyCanBeStored() {
      EmailResponse response =
          EmailResponse.importOnly(email, EmailFile::isPdf)
              .withValue("email:x\uD800y\0z", "1")
              .withValue(pdf, "email:x\uFFFDyz", "2")
              .withAdditionalFile(AdditionalFile.attached(DOCUMENT).withValue("email:\0a", "3"));

      assertThat(json(response))
          .contains("'files':[{'id':'2','values':[{'id':'email:x\uFFFDyz','value':'2'}]}]")
          .contains("'values':[{'id':'email:a','value':'3'}]");
    }

    @Test
    void anIdThatCannotBeStoredIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EmailResponse.importNothing().withValue("email:\0", "1"))
          .withMessageContaining("was 'email:'");
    }

    @Test
    void aUrlThatCannotBeStoredIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AdditionalFile.imported(new ResourceUrl(DOCUMENT.uri() + "\uD800")))
          .withMessage(
              "Expected the URL of a document in Rossum, but found one with half of a surrogate"
                  + " pair.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AdditionalFile.attached(new ResourceUrl("\0" + DOCUMENT.uri())))
          .withMessageContaining("found one with a NUL character.");
    }

    @Test
    void anIdThatRossumSentStaysAsItIs() {
      EmailPayload odd = email("'files':[{'id':'a\\u0000\\ud800'}]");

      assertThat(new String(EmailResponse.importAll(odd).toJson(), UTF_8))
          .contains("\"id\":\"a\\u0000\\uD800\"");
    }
  }

  @Nested
  class AsAValue {
    private final EmailResponse full =
        EmailResponse.importAll(email)
            .withValue("email:po", "hush")
            .withAdditionalFile(AdditionalFile.imported(DOCUMENT).withValue("email:po", "hush"))
            .withOriginalSender("hush@vendor.example", "Hush");

    @Test
    void aCopyLeavesTheResponseAsItWas() {
      EmailResponse plain = EmailResponse.importAll(email);
      EmailResponse more = plain.withValue("email:po", "1").withOriginalSender("a@b.example", "");

      assertThat(plain).isEqualTo(EmailResponse.importAll(email)).isNotEqualTo(more);
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> more.values("1").clear());
    }

    @Test
    void theTextShowsHowMuchThereIsAndNoValue() {
      assertThat(full)
          .hasToString("EmailResponse[3 files, 3 values, 1 additional files, original sender]");
      assertThat(full.additionalFiles().toString() + full.originalSender())
          .doesNotContainIgnoringCase("hush");
    }

    @Test
    void equalResponsesAreEqual() {
      EmailResponse same =
          EmailResponse.importAll(email)
              .withOriginalSender("hush@vendor.example", "Hush")
              .withAdditionalFile(AdditionalFile.imported(DOCUMENT).withValue("email:po", "hush"))
              .withValue("email:po", "hush");

      assertThat(full).isEqualTo(same).hasSameHashCodeAs(same);
      assertThat(full)
          .isNotEqualTo(full.withValue("email:po", "other"))
          .isNotEqualTo(full.withValue(pdf, "email:po", "other"))
          .isNotEqualTo(full.withAdditionalFile(AdditionalFile.attached(DOCUMENT)))
          .isNotEqualTo(full.withOriginalSender("other@vendor.example", "Hush"));
    }
  }
}
