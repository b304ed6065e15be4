package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.umec.client.model.EdgeEvent;
import org.umec.client.model.FieldCalibration;
import org.umec.client.model.OffsetCalibration;
import org.umec.client.model.SerAvailabilityMessage;
import org.umec.client.model.SerAvailabilityNotification;
import org.umec.client.model.TestNotification;

class NotificationTest {
  private static final ObjectMapper MAPPER = ApiClient.createDefaultObjectMapper();
  private static final String CHANGED =
      "{\"notificationType\":\"SerAvailabilityNotification\",\"serviceReferences\":[{\"serName\":\"plates\",\"serInstanceId\":\"1\","
          + "\"state\":\"ACTIVE\",\"changeType\":\"ADDED\"}],\"_links\":{\"subscription\":{\"href\":\"http://127.0.0.1/s\"}}}";
  private static final String TEST = "{\"notificationType\":\"TestNotification\",\"_links\":{\"subscription\":{\"href\":\"http://127.0.0.1/s\"}}}";

  @Test
  void isOfTheClassThatItsTypeSays() {
    SerAvailabilityNotification changed = assertInstanceOf(SerAvailabilityNotification.class, Notification.parse(CHANGED).value());
    assertEquals("plates", changed.getServiceReferences().get(0).getSerName());
    assertInstanceOf(TestNotification.class, Notification.parse(TEST).value());
    assertInstanceOf(EdgeEvent.class, Notification.parse("{\"specversion\":\"1.0\",\"type\":\"org.umec.gpio.edge.v1\",\"data\":{}}").value());
  }

  @Test
  void isJsonWhereItsTypeIsNew() {
    Notification notification = Notification.parse("{\"notificationType\":\"NewNotification\",\"a\":1}");
    assertEquals("NewNotification", notification.type());
    assertEquals(1, assertInstanceOf(JsonNode.class, notification.value()).get("a").asInt());
  }

  @Test
  void isNotWhatHasNoType() {
    for (String body : new String[] {"", "[]", "{}", "no JSON", "{\"type\":1}", "null"})
      assertThrows(IllegalArgumentException.class, () -> Notification.parse(body), body);
  }

  @Test
  void unionsGoThereAndBack() throws Exception {
    for (String json : new String[] {CHANGED, TEST}) {
      SerAvailabilityMessage message = MAPPER.readValue(json, SerAvailabilityMessage.class);
      assertEquals(MAPPER.readTree(json), MAPPER.readTree(MAPPER.writeValueAsString(message)));
    }
    String offset = "{\"method\":\"OFFSET\",\"offset\":1.5}";
    FieldCalibration calibration = MAPPER.readValue(offset, FieldCalibration.class);
    assertInstanceOf(OffsetCalibration.class, calibration.getActualInstance());
    assertEquals(MAPPER.readTree(offset), MAPPER.readTree(MAPPER.writeValueAsString(calibration)));
  }
}
