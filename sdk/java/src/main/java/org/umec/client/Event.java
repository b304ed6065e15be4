package org.umec.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/**
 * A CloudEvent 1.0.
 *
 * @param id with {@code source} its name: who is told of it twice can tell
 * @param type such as {@code org.umec.sensors.arrival.v1}
 * @param subject what it is about
 * @param cursor where to go on behind it, of events that are told out of the history
 */
public record Event(String id, String source, String type, String subject, OffsetDateTime time, String cursor, JsonNode data) {
  public static final String ARRIVAL = "org.umec.sensors.arrival.v1";
  public static final String MISSED = "org.umec.sensors.missed.v1";
  static final Event GAP = new Event("", "", "org.umec.client.gap.v1", "", null, null, null);
  private static final ObjectMapper MAPPER = ApiClient.createDefaultObjectMapper();

  static Event of(String json) {
    try {
      return MAPPER.readValue(json, Event.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the gateway has sent what is no CloudEvent", e);
    }
  }

  /** What it says, as a class of {@code org.umec.client.model}: {@code Point} of an arrival, {@code Reading}, {@code LineEdge} … */
  public <T> T dataAs(Class<T> type) {
    return MAPPER.convertValue(data, type);
  }

  /** Whether the connection was away before it, and what happened then is not told. */
  @JsonIgnore
  public boolean isGap() {
    return this == GAP;
  }

  /** Whether readings were dropped before they could be told; how many, {@link #missed} says, where it is known. */
  @JsonIgnore
  public boolean isMissed() {
    return MISSED.equals(type);
  }

  public OptionalLong missed() {
    return isMissed() && data.path("missed").isNumber() ? OptionalLong.of(data.get("missed").asLong()) : OptionalLong.empty();
  }

  /** What is still to tell of it where some was told: whoever was cut off before there was a cursor has all counted anew. Null is nothing. */
  Event beyond(Event told) {
    if (told == null) return this;
    long more = missed().isEmpty() || told.missed().isEmpty() ? 0 : missed().getAsLong() - told.missed().getAsLong();
    return more <= 0 ? null : new Event(id, source, type, subject, time, cursor, MAPPER.createObjectNode().put("missed", more));
  }
}
