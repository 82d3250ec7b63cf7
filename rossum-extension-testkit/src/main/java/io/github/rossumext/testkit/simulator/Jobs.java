package io.github.rossumext.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/** The jobs of the attempts of one request, whose failures nobody has seen yet. Not thread-safe. */
final class Jobs {
  private final List<Observer> observers = new ArrayList<>();

  /** Adds the job of a response, if there is one. */
  void add(WireResponse response) {
    if (response.job() != null) {
      observers.add(response.job());
    }
  }

  /** Waits until the endpoint has told how each of them ended. */
  void awaitEnds() {
    observers.forEach(Observer::awaitEnd);
  }

  /**
   * Returns the response with the failure of a job, if one has failed. It may be the job of an
   * earlier attempt: a repeat gets what that job has made.
   */
  WireResponse told(WireResponse response) {
    if (response.isLost()) {
      return response;
    }
    for (Observer observer : List.copyOf(observers)) {
      Observer.JobFailure failure = observer.failure();
      if (failure != null) {
        observers.remove(observer);
        return response.ofFailedJob(failure);
      }
    }
    return response;
  }
}
