package io.github.rossumext.client;

import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.BindingException;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes an exception of a response that is not a success. */
final class Failures {
  private static final int MAX_DETAIL = 4096;
  private static final int MAX_DEPTH = 10;
  private static final int MAX_REASONS = 50;

  private Failures() {}

  /**
   * Returns the exception.
   *
   * @param whyRefused what it means if the token was refused; begins with a blank, or is empty
   */
  static RossumApiException of(Call call, Reply reply, int attempts, String whyRefused) {
    int status = reply.status();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Optional<RawJson> body = reply.findJson();
    try {
      body.ifPresent(json -> collect("", json, fields, 0));
    } catch (BindingException e) {
      // A key that occurs twice: the status says enough.
      fields.clear();
    }
    String detail = detail(fields);
    StringBuilder text =
        new StringBuilder(call.shown()).append(": Rossum responded with ").append(status);
    if (attempts > 1) {
      text.append(" after ").append(attempts).append(" attempts");
    }
    text.append('.').append(meaning(status)).append(status == 401 ? whyRefused : "");
    if (reply.isRedirect()) {
      text.append(" Redirects are not followed.");
    }
    String logged = text.toString();
    if (!detail.isEmpty()) {
      text.append(" Detail: ").append(detail);
    }
    fields.forEach(
        (path, reasons) ->
            text.append(' ').append(path).append(": ").append(String.join(" ", reasons)));
    if (body.isEmpty() && reply.length() > 0) {
      text.append(" The body is not JSON (").append(reply.shownBody()).append(").");
    }
    return of(
        new Problem(
            call, status, text.toString(), logged, detail.isEmpty() ? null : detail, fields, null));
  }

  private static RossumApiException of(Problem problem) {
    return switch (problem.status()) {
      case 401 -> new RossumApiException.Unauthorized(problem);
      case 403 -> new RossumApiException.Forbidden(problem);
      case 404 -> new RossumApiException.NotFound(problem);
      case 409 -> new RossumApiException.Conflict(problem);
      case 429 -> new RossumApiException.Throttled(problem);
      case 408, 500, 502, 503, 504 -> new RossumApiException.Unavailable(problem);
      default -> new RossumApiException(problem);
    };
  }

  private static String meaning(int status) {
    return switch (status) {
      case 400 -> " It does not accept the request.";
      case 401 -> " The token is over, wrong or missing.";
      case 403 -> " The owner of the token may not do this.";
      case 404 -> " It does not exist, or the owner of the token may not see it.";
      case 405 -> " The path does not have this method.";
      case 409 -> " Its state does not allow this.";
      case 412 -> " It was changed since it was read.";
      case 413 -> " The body is too large.";
      case 429 -> " There were too many calls with this token.";
      default -> "";
    };
  }

  /** Removes the texts about the whole call from the fields, and returns them. */
  private static String detail(Map<String, List<String>> fields) {
    List<String> words = new ArrayList<>();
    for (String key : List.of("detail", "non_field_errors", "")) {
      List<String> found = fields.remove(key);
      if (found != null) {
        words.addAll(found);
      }
    }
    String detail = words.stream().distinct().collect(Collectors.joining(" "));
    return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
  }

  private static void collect(
      String path, RawJson json, Map<String, List<String>> fields, int depth) {
    if (depth > MAX_DEPTH || fields.size() >= MAX_REASONS) {
      return;
    }
    json.scalar()
        .ifPresent(
            reason -> {
              List<String> reasons = fields.computeIfAbsent(path, any -> new ArrayList<>());
              if (reasons.size() < MAX_REASONS) {
                reasons.add(Printable.text(reason));
              }
            });
    for (String key : json.keys()) {
      String within = path.isEmpty() ? key : path + "." + key;
      json.find(key).ifPresent(value -> collect(Printable.text(within), value, fields, depth + 1));
    }
    int index = 0;
    for (RawJson element : json.elements()) {
      boolean isReason = element.scalar().isPresent();
      collect(isReason ? path : path + "[" + index + "]", element, fields, depth + 1);
      index++;
    }
  }
}
