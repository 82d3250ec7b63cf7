package io.github.rossumext;

import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.response.UploadResponse;

/** Endpoints for tests. */
final class Handlers {
  private Handlers() {}

  /** What a handler of any event does before it responds. */
  @FunctionalInterface
  interface Deed {
    void does(HookPayload payload, HookContext context) throws Throwable;
  }

  private static <R extends HookResponse> HookHandler<HookPayload, R> after(Deed deed, R response) {
    return (payload, context) -> {
      try {
        deed.does(payload, context);
      } catch (Exception | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
      return response;
    };
  }

  /** An endpoint that does the same for every event, and then changes nothing. */
  static HookEndpoint.Builder everywhere(Deed deed) {
    return HookEndpoint.builder()
        .secret(Requests.SECRET)
        .on(HookEvent.ANNOTATION_CONTENT, after(deed, ContentResponse.empty()))
        .on(HookEvent.ANNOTATION_STATUS, after(deed, NoResponse.empty()))
        .on(HookEvent.EMAIL_RECEIVED, after(deed, EmailResponse.importNothing()))
        .on(HookEvent.UPLOAD_CREATED, after(deed, UploadResponse.empty()))
        .on(HookEvent.INVOCATION_SCHEDULED, after(deed, NoResponse.empty()))
        .on(HookEvent.INVOCATION_MANUAL, after(deed, JsonResponse.empty()))
        .on(HookEvent.UNKNOWN, after(deed, JsonResponse.empty()));
  }

  static HookEndpoint.Builder failing(Throwable failure) {
    return everywhere(
        (payload, context) -> {
          throw failure;
        });
  }

  /** The same policy for every event. */
  static HookEndpoint.Builder withPolicy(HookEndpoint.Builder endpoint, FailurePolicy policy) {
    return endpoint
        .onFailure(HookEvent.ANNOTATION_CONTENT, policy)
        .onFailure(HookEvent.ANNOTATION_STATUS, policy)
        .onFailure(HookEvent.EMAIL_RECEIVED, policy)
        .onFailure(HookEvent.UPLOAD_CREATED, policy)
        .onFailure(HookEvent.INVOCATION_SCHEDULED, policy)
        .onFailure(HookEvent.INVOCATION_MANUAL, policy)
        .onFailure(HookEvent.UNKNOWN, policy);
  }
}
