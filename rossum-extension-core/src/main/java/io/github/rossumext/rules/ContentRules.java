package io.github.rossumext.rules;

import io.github.rossumext.FailureException;
import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookContext;
import io.github.rossumext.HookHandler;
import io.github.rossumext.SettingsException;
import io.github.rossumext.UserMessageException;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.internal.http.LoggedFailure;
import io.github.rossumext.internal.http.RuleFailure;
import io.github.rossumext.internal.http.RuleProgress;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.ContentResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A handler that applies rules in their order. Each rule sees the edits of the rules before it.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="rules"}
 *
 * <p>If a rule fails, its own edits and messages are taken back. If it throws a {@link
 * UserMessageException}, the user reads the text as an error, and the other rules go on. After a
 * {@link SettingsException}, the request fails. For any other exception, the first of these
 * policies decides:
 *
 * <ol>
 *   <li>the policy of the rule, if it was added with {@link #and(ContentRule, FailurePolicy)}
 *   <li>the policy of the exception, if it is a {@link FailureException}
 *   <li>the policy of the event
 * </ol>
 *
 * <p>If it is the {@link FailurePolicy#FAIL_OPEN} of the rule or of the exception, the other rules
 * go on. Otherwise the whole request fails, and the edits and messages of all rules are lost. In
 * particular:
 *
 * <ul>
 *   <li>An {@link Error}, such as an {@link AssertionError}, is a failure, too.
 *   <li>If {@code FAIL_OPEN} is the policy of the event only, the edits of all rules are lost.
 *   <li>A lossy write that is refused always fails the request, even if the rule catches the
 *       exception.
 *   <li>If time is over while a rule with its own policy runs, that policy decides, unless it is
 *       {@code FAIL_OPEN}.
 *   <li>If a rule that was added with {@link FailurePolicy#NO_RETRY} has begun, any later failure
 *       of the request is a {@code NO_RETRY}, unless it fails open. The side effect of that rule
 *       must not be repeated.
 * </ul>
 *
 * <p>Immutable, and thread-safe if the rules are.
 */
public final class ContentRules implements HookHandler<ContentPayload, ContentResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(ContentRules.class);

  private static final Function<FailurePolicy, RuleFailure> RULE_FAILURE =
      Access.way(FailurePolicy.class, RuleFailure.class);
  private static final Function<HookContext, ExceptionTexts> TEXTS =
      Access.way(HookContext.class, ExceptionTexts.class);
  private static final Function<HookContext, RuleProgress> PROGRESS =
      Access.way(HookContext.class, RuleProgress.class);

  static {
    Access.open(ContentRules.class, HookHandler.class, rules -> of(new WarmUpRule()));
  }

  private final List<Step> steps;

  private record Step(ContentRule rule, @Nullable FailurePolicy policy) {
    Step {
      Objects.requireNonNull(rule, "rule");
    }
  }

  private ContentRules(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * Returns a handler with these rules, in this order. If one fails, the policy of the event
   * decides.
   */
  public static ContentRules of(ContentRule... rules) {
    return of(List.of(rules));
  }

  /**
   * Returns a handler with these rules, in this order. If one fails, the policy of the event
   * decides.
   */
  public static ContentRules of(List<? extends ContentRule> rules) {
    List<Step> steps = new ArrayList<>();
    for (ContentRule rule : rules) {
      steps.add(new Step(rule, null));
    }
    return new ContentRules(steps);
  }

  /** Returns these rules and one more. If it fails, the policy of the event decides. */
  public ContentRules and(ContentRule rule) {
    return and(new Step(rule, null));
  }

  /**
   * Returns these rules and one more. If it fails, this policy decides, also if the exception has a
   * policy of its own.
   */
  public ContentRules and(ContentRule rule, FailurePolicy policy) {
    return and(new Step(rule, Objects.requireNonNull(policy, "policy")));
  }

  private ContentRules and(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new ContentRules(more);
  }

  @Override
  public ContentResponse handle(ContentPayload payload, HookContext context) throws Exception {
    ContentEditor content = ContentEditor.of(payload, context);
    RuleProgress progress = PROGRESS.apply(context);
    for (Step step : steps) {
      progress.begins(step.policy());
      apply(step, content);
      content.requireNoneRefused();
    }
    progress.ends();
    // The endpoint checks it, as every response.
    return content.uncheckedResponse();
  }

  private static void apply(Step step, ContentEditor content) throws Exception {
    Draft.Checkpoint before = content.draft().checkpoint();
    try {
      step.rule().apply(content);
    } catch (UserMessageException told) {
      content.draft().rollback(before);
      content.error(told.text());
    } catch (SettingsException e) {
      throw e;
    } catch (Throwable e) { // an Error follows the policy, as it does at the endpoint
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      FailurePolicy policy = policy(step, e);
      if (policy == FailurePolicy.FAIL_OPEN) {
        content.draft().rollback(before);
        HookContext context = content.context();
        LOG.warn(
            "rule failed, its edits were taken back rule={} {} request={}{}",
            step.rule().getClass().getName(),
            LoggedFailure.place(reason(e)),
            context.requestId(),
            LoggedFailure.textAtEnd(reason(e), TEXTS.apply(context)));
      } else if (policy == null || (e instanceof FailureException own && own.policy() == policy)) {
        throw e;
      } else {
        throw RULE_FAILURE.apply(policy).of(e);
      }
    }
  }

  private static @Nullable FailurePolicy policy(Step step, Throwable e) {
    if (step.policy() != null) {
      return step.policy();
    }
    return e instanceof FailureException own ? own.policy() : null;
  }

  private static Throwable reason(Throwable e) {
    return e instanceof FailureException && e.getCause() != null ? e.getCause() : e;
  }
}
