package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rossum's REST API in memory, behind an HTTP server on the loopback address. Each request passes
 * the faults, the token, the throttle and the router, in this order. Thread-safe.
 */
public final class ApiServer implements AutoCloseable, World.Callbacks {
  private static final int MOST_NESTED = 10;
  private static final List<String> PRECONDITIONS =
      List.of("If-Match", "If-None-Match", "If-Unmodified-Since");

  private final HttpDoor door;
  private final Organization organization;
  private final Tokens tokens;
  private final Router router = new Router();
  private final Resources resources;
  private final List<FaultPlan> faults = new ArrayList<>();
  private volatile boolean areFaultsSeen = true;
  private final List<Exchanged> journal = new ArrayList<>();
  private volatile World world;
  private int nested;

  /** Starts a server for this world. */
  public ApiServer(World world) {
    this.world = world;
    this.door = new HttpDoor(this::answer, time -> this.world.pass(time));
    this.organization = new Organization(world, door.baseUrl() + Router.API + "/v1");
    this.tokens = new Tokens(() -> this.world.clock(), time -> this.world.pass(time));
    this.resources = new Resources(organization, tokens, router);
    world.connect(this);
    door.start();
  }

  /** Moves to another world, such as that of a simulator. The objects so far are kept. */
  public void join(World other) {
    World before = world;
    before.turn().take(() -> other.turn().take(() -> moved(other)));
  }

  private boolean moved(World other) {
    world = other;
    organization.world(other);
    other.connect(this);
    resources.sync();
    return true;
  }

  /** Does something with the API while no request is handled. */
  public <T> T with(Function<Resources, T> work) {
    return world
        .turn()
        .take(
            () -> {
              resources.sync();
              return work.apply(resources);
            });
  }

  @Override
  public List<Exchanged> journal() {
    return world.turn().take(() -> List.copyOf(journal));
  }

  /** Adds faults for the next requests, one for each. */
  public void addFaults(List<FaultPlan> plans) {
    areFaultsSeen = false;
    world.turn().take(() -> faults.addAll(plans));
  }

  /** Returns the faults that no request has met yet, and remembers that somebody looked. */
  public List<FaultPlan> faults() {
    areFaultsSeen = true;
    return world.turn().take(() -> List.copyOf(faults));
  }

  /** Returns the faults that no request has met if nobody looked. */
  public List<FaultPlan> unseenFaults() {
    return areFaultsSeen ? List.of() : world.turn().take(() -> List.copyOf(faults));
  }

  @Override
  public String baseUrl() {
    return door.baseUrl();
  }

  @Override
  public String issueToken(Duration lifetime) {
    return world.turn().take(() -> tokens.issue(resources.tokenOwner(), lifetime));
  }

  @Override
  public void revokeToken(String token) {
    world
        .turn()
        .take(
            () -> {
              tokens.revoke(token);
              return true;
            });
  }

  @Override
  public void seen() {
    organization.see();
  }

  @Override
  public boolean isUnseen() {
    return !organization.unseen().isEmpty();
  }

  @Override
  public void close() {
    door.close();
  }

  /** Answers a request; the door does what a fault asks for. */
  private HttpDoor.Plan answer(ApiRequest request) {
    return world.turn().take(() -> answered(request));
  }

  private HttpDoor.Plan answered(ApiRequest request) {
    int place = journal.size();
    Exchanged arrived = Exchanged.arrived(request);
    long started = System.nanoTime();
    journal.add(arrived);
    FaultPlan fault = faultFor(request);
    ApiResponse response = ApiResponse.empty(204);
    if (fault == null || fault.takesEffect()) {
      response = handled(request);
    }
    if (fault != null) {
      response = faulty(fault, response);
    }
    boolean isLost =
        fault != null
            && (fault.kind() == FaultPlan.Kind.CLOSE || fault.kind() == FaultPlan.Kind.RESET);
    journal.set(
        place,
        new Exchanged(
            request,
            isLost ? ApiResponse.empty(204) : response,
            request.findCaller().map(Caller::userId).orElse(0L),
            isLost ? 0 : response.status(),
            fault == null ? "" : fault.described(),
            arrived.receivedAt(),
            Duration.ofNanos(System.nanoTime() - started)));
    return new HttpDoor.Plan(response, fault);
  }

  private @Nullable FaultPlan faultFor(ApiRequest request) {
    Iterator<FaultPlan> all = faults.iterator();
    while (all.hasNext()) {
      FaultPlan plan = all.next();
      if (plan.isFor(request)) {
        all.remove();
        return plan;
      }
    }
    return null;
  }

  private static ApiResponse faulty(FaultPlan fault, ApiResponse response) {
    return switch (fault.kind()) {
      case STATUS ->
          ApiResponse.json(
              fault.status(), Json.newObject().put("detail", "The stub was told to fail."));
      case HTML -> ApiResponse.html(fault.status());
      case EMPTY -> ApiResponse.empty(fault.status());
      case THROTTLED ->
          ApiResponse.json(429, Json.newObject().put("detail", "Request was throttled."))
              .withHeader("Retry-After", fault.text());
      case REDIRECT -> ApiResponse.empty(fault.status()).withHeader("Location", fault.text());
      case CUT_JSON -> response.withBody(firstHalf(response.body()));
      case NEXT -> withNext(response, fault.text());
      default -> response;
    };
  }

  private static byte[] firstHalf(byte[] body) {
    return Arrays.copyOf(body, body.length / 2);
  }

  private static ApiResponse withNext(ApiResponse response, String next) {
    if (Json.find(response.body()) instanceof ObjectNode page
        && page.path("pagination") instanceof ObjectNode pagination) {
      pagination.put("next", next);
      return response.withBody(Json.bytes(page));
    }
    return response;
  }

  private ApiResponse handled(ApiRequest request) {
    for (String header : PRECONDITIONS) {
      if (!request.header(header).isEmpty()) {
        organization.note(request, "The stub does not know the header " + header + ".");
      }
    }
    if (nested >= MOST_NESTED) {
      organization.note(
          request,
          "Requests and call-backs are nested "
              + MOST_NESTED
              + " deep: does the extension validate the document that it is called for?");
      return ApiError.conflict("Too many nested requests.").response();
    }
    nested++;
    try {
      resources.sync();
      return routed(request);
    } catch (ApiError e) {
      return e.response();
    } catch (RuntimeException e) {
      // A fault of the stub itself must reach the test, not only the client.
      organization.note(request, "The stub failed: " + e);
      return ApiError.of(500, "The stub failed.").response();
    } finally {
      nested--;
    }
  }

  private ApiResponse routed(ApiRequest request) {
    Router.Found found = router.find(request);
    Router.Handler handler = found.handler();
    if (handler == null) {
      return unknown(request, found);
    }
    Optional<Caller> caller = caller(request);
    caller.ifPresent(request::from);
    if (!request.path().equals(Router.API + "/v1/auth/login")) {
      if (caller.isEmpty()) {
        return ApiError.of(401, "Invalid token.")
            .response()
            .withHeader("WWW-Authenticate", "Token");
      }
      long wait = tokens.take(request.header("authorization"));
      if (wait > 0) {
        return ApiError.of(429, "Request was throttled. Expected available in " + wait + " second.")
            .response()
            .withHeader("Retry-After", String.valueOf(wait));
      }
      if (caller.get().isReader() && !isRead(request)) {
        throw ApiError.of(403, "You do not have permission to perform this action.");
      }
    }
    ApiResponse response = handler.handle(request);
    for (String name : request.unreadParameters()) {
      organization.note(
          request,
          "The stub does not know the parameter '" + name + "' of this request, and ignores it.");
    }
    return response;
  }

  private static boolean isRead(ApiRequest request) {
    return request.method().equals("GET") || request.path().endsWith("/annotations/search");
  }

  private Optional<Caller> caller(ApiRequest request) {
    String header = request.header("authorization");
    Optional<Caller> caller = tokens.of(header);
    boolean isBasic = request.path().contains("/uploads") || request.path().endsWith("/export");
    return caller.isEmpty() && isBasic ? tokens.basic(header) : caller;
  }

  private ApiResponse unknown(ApiRequest request, Router.Found found) {
    if (found.methods().isEmpty()) {
      organization.note(
          request,
          "The stub does not have this path. Check it; if Rossum has it, give the response with"
              + " respond(…).");
      return ApiError.notFound().response();
    }
    String methods = String.join(", ", found.methods());
    organization.note(
        request, "The stub has this path only for " + methods + ". Check the method.");
    return ApiError.of(405, "Method \"" + request.method() + "\" not allowed.")
        .response()
        .withHeader("Allow", methods);
  }
}
