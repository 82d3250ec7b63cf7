package io.github.rossumext.response;

import static io.github.rossumext.Problem.saying;
import static io.github.rossumext.Wire.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rossumext.internal.check.ResponseCheck;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.payload.PayloadException;
import io.github.rossumext.payload.UploadFile;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UploadResponseTest {
  private static final Message NOTE = Message.of(MessageType.INFO, "hush & more");

  private final UploadPayload upload =
      upload(
          "{'document':'/d/1'},{'document':'/d/2','prevent_importing':true},{'document':'/d/3'}");
  private final UploadFile first = upload.files().get(0);
  private final UploadFile prevented = upload.files().get(1);

  private static UploadPayload upload(String files) {
    return (UploadPayload)
        HookPayload.of(
            ("{'event':'upload','action':'created','files':[" + files + "]}")
                .replace('\'', '"')
                .getBytes(UTF_8));
  }

  @Nested
  class Importing {
    @Test
    void anUnchangedUploadIsAnEmptyObject() {
      assertThat(json(UploadResponse.empty())).isEqualTo("{}");
      assertThat(UploadResponse.preventImporting(upload, file -> false))
          .isEqualTo(UploadResponse.empty());
    }

    @Test
    void onlyFilesThatPassTheTestAreListedAndPrevented() {
      UploadResponse response =
          UploadResponse.preventImporting(upload, file -> !file.isImportPrevented());

      assertThat(json(response))
          .isEqualTo(
              "{'files':[{'document':'/d/1','prevent_importing':true},"
                  + "{'document':'/d/3','prevent_importing':true}]}");
    }

    @Test
    void aSingleFileIsPreventedOrImportedAgain() {
      UploadResponse response =
          UploadResponse.empty().withImportPrevented(first).withImportAllowed(prevented);

      assertThat(json(response))
          .isEqualTo(
              "{'files':[{'document':'/d/1','prevent_importing':true},"
                  + "{'document':'/d/2','prevent_importing':false}]}");
      assertThat(response.withImportAllowed(first).files().get(0).isImportPrevented()).isFalse();
    }

    @Test
    void aFileWithoutDocumentDoesNotSilentlySlipThrough() {
      UploadPayload odd = upload("{'document':null}");

      assertThatExceptionOfType(PayloadException.class)
          .isThrownBy(() -> UploadResponse.preventImporting(odd, file -> true))
          .satisfies(
              saying(
                  "Expected a document for each file of the upload, but a file has none. A response"
                      + " cannot name it."));
      assertThat(UploadResponse.preventImporting(odd, file -> false))
          .isEqualTo(UploadResponse.empty());
    }
  }

  @Nested
  class Failing {
    private final UploadPayload upload =
        upload(
            "{'document':'/d/1'},{'document':'/d/2','failed_import':true},"
                + "{'document':'/d/3','prevent_importing':true}");
    private final UploadFile first = upload.files().get(0);
    private final UploadFile failed = upload.files().get(1);
    private final UploadFile prevented = upload.files().get(2);

    @Test
    void aFileFailsWithItsMessages() {
      UploadResponse response = UploadResponse.failImporting(first).withMessage(first, NOTE);

      assertThat(json(response))
          .isEqualTo(
              "{'files':[{'document':'/d/1','prevent_importing':false,'failed_import':true,"
                  + "'messages':[{'type':'info','content':'hush &amp; more'}]}]}");
      assertThat(response.files()).hasToString("[UploadFileResponse[/d/1, failed, 1 messages]]");
    }

    @Test
    void whatAnEarlierHookFailedStaysFailed() {
      assertThat(json(UploadResponse.empty().withMessage(failed, NOTE)))
          .contains("'failed_import':true");
      assertThat(json(UploadResponse.empty().withImportAllowed(failed)))
          .isEqualTo("{'files':[{'document':'/d/2','prevent_importing':false}]}");
    }

    @Test
    void winsOverPreventing() {
      ResponseCheck<UploadResponse> checked =
          ResponseCheck.of(UploadResponse.empty().withImportPrevented(failed), upload);

      assertThat(checked.losses())
          .containsExactly(
              "The import of the document /d/2 is prevented without effect, because it also fails,"
                  + " and failing wins.");
      assertThat(json(checked.kept()))
          .isEqualTo(
              "{'files':[{'document':'/d/2','prevent_importing':false,'failed_import':true}]}");
    }

    @Test
    void aFileThatCamePreventedMayFail() {
      UploadResponse response = UploadResponse.failImporting(prevented);

      assertThat(ResponseCheck.of(response, upload))
          .isEqualTo(new ResponseCheck<>(response, List.of()));
    }

    @Test
    void aFileWithoutDocumentCannotFail() {
      UploadFile odd = upload("{}").files().get(0);

      assertThatExceptionOfType(PayloadException.class)
          .isThrownBy(() -> UploadResponse.failImporting(odd));
    }
  }

  @Nested
  class Messages {
    @Test
    void goOutWithTheirFileInTheirOrder() {
      UploadResponse response =
          UploadResponse.preventImporting(upload, file -> file.equals(first))
              .withMessage(first, NOTE)
              .withMessage(first, Message.of(MessageType.ERROR, Html.unsafe("<b>No</b>")));

      assertThat(json(response))
          .isEqualTo(
              "{'files':[{'document':'/d/1','prevent_importing':true,'messages':["
                  + "{'type':'info','content':'hush &amp; more'},"
                  + "{'type':'error','content':'<b>No</b>'}]}]}");
    }

    @Test
    void leaveTheImportingOfTheFileAsItCame() {
      assertThat(json(UploadResponse.empty().withMessage(prevented, NOTE)))
          .contains("'prevent_importing':true");
      assertThat(json(UploadResponse.empty().withMessage(first, NOTE)))
          .contains("'prevent_importing':false");
    }
  }

  @Nested
  class Check {
    @Test
    void aResponseThatFitsIsKeptAsItIs() {
      UploadResponse response =
          UploadResponse.preventImporting(upload, file -> true)
              .withMessage(first, Message.of(MessageType.INFO, "x".repeat(4096)));

      assertThat(ResponseCheck.of(response, upload))
          .isEqualTo(new ResponseCheck<>(response, List.of()));
    }

    @Test
    void documentsThatAreNotInTheUploadAreLeftOut() {
      UploadFile other = upload("{'document':'/d/9'}").files().get(0);
      ResponseCheck<UploadResponse> checked =
          ResponseCheck.of(
              UploadResponse.empty().withImportPrevented(other).withMessage(first, NOTE), upload);

      assertThat(checked.losses()).containsExactly("The document /d/9 is not in the upload.");
      assertThat(checked.kept()).isEqualTo(UploadResponse.empty().withMessage(first, NOTE));
    }

    @Test
    void ofAMessageThatIsTooLongRossumShowsTheBeginning() {
      UploadResponse response =
          UploadResponse.empty()
              .withMessage(first, Message.of(MessageType.INFO, "hush".repeat(1025)));
      ResponseCheck<UploadResponse> checked = ResponseCheck.of(response, upload);

      assertThat(checked.losses())
          .containsExactly(
              "A message on the document /d/1 has 4100 characters. It is cut, because Rossum shows"
                  + " 4096.");
      assertThat(checked.kept().files().get(0).messages())
          .containsExactly(Message.of(MessageType.INFO, "hush".repeat(1023) + " […]"));
    }

    @Test
    void aMessageOnAFieldGoesToTheWholeDocument() {
      ResponseCheck<UploadResponse> checked =
          ResponseCheck.of(
              UploadResponse.empty().withMessage(first, NOTE.withDatapoint(7)), upload);

      assertThat(checked.losses())
          .containsExactly(
              "A message on the document /d/1 is on a field, which an upload does not have: it goes"
                  + " to the whole document.");
      assertThat(checked.kept()).isEqualTo(UploadResponse.empty().withMessage(first, NOTE));
    }
  }

  @Test
  void aChangedCopyLeavesTheOriginalAsItWas() {
    UploadResponse plain = UploadResponse.empty().withImportPrevented(first);
    UploadResponse more = plain.withMessage(first, NOTE);

    assertThat(plain)
        .isEqualTo(UploadResponse.empty().withImportPrevented(first))
        .hasSameHashCodeAs(UploadResponse.empty().withImportPrevented(first))
        .isNotEqualTo(more);
  }

  @Test
  void theTextShowsHowManyFilesThereAreAndNoMessage() {
    UploadResponse response = UploadResponse.empty().withMessage(first, NOTE);

    assertThat(UploadResponse.empty()).hasToString("UploadResponse[0 files]");
    assertThat(response).hasToString("UploadResponse[1 files]");
    assertThat(response.files()).hasToString("[UploadFileResponse[/d/1, imported, 1 messages]]");
  }
}
