package org.umec.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.umec.client.model.AppTerminationNotification;
import org.umec.client.model.ConditionEvent;
import org.umec.client.model.EdgeEvent;
import org.umec.client.model.MotionEvent;
import org.umec.client.model.SerAvailabilityNotification;
import org.umec.client.model.TestNotification;

/**
 * What a subscriber is told.
 *
 * @param type its {@code notificationType}, or the {@code type} of a CloudEvent
 * @param value of the class that belongs to the type: {@link SerAvailabilityNotification}, {@link AppTerminationNotification},
 *     {@link TestNotification}, {@link EdgeEvent}, {@link MotionEvent}, {@link ConditionEvent}; a {@link JsonNode} of any other
 */
public record Notification(String type, Object value) {
  private static final ObjectMapper MAPPER = ApiClient.createDefaultObjectMapper();
  private static final Map<String, Class<?>> CLASSES =
      Map.of(
          "SerAvailabilityNotification", SerAvailabilityNotification.class,
          "AppTerminationNotification", AppTerminationNotification.class,
          "TestNotification", TestNotification.class,
          "org.umec.gpio.edge.v1", EdgeEvent.class,
          "org.umec.camera.motion.v1", MotionEvent.class,
          "org.umec.sensors.condition.v1", ConditionEvent.class);

  /**
   * Reads what was posted to a program's own listener, or came by WebSocket.
   *
   * @throws IllegalArgumentException when it is no notification
   */
  public static Notification parse(String body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      JsonNode type = json.has("notificationType") ? json.get("notificationType") : json.path("type");
      if (!type.isTextual()) throw new IllegalArgumentException("expected a notificationType, or the type of a CloudEvent");
      Class<?> known = CLASSES.get(type.asText());
      return new Notification(type.asText(), known == null ? json : MAPPER.treeToValue(json, known));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("expected a notification in JSON", e);
    }
  }
}
