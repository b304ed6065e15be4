package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.umec.client.Gateway.Answer;
import org.umec.client.api.CameraApi;
import org.umec.client.api.CameraApi.APICameraSnapshotGETRequest;
import org.umec.client.api.SensorsApi;
import org.umec.client.model.InferenceRequest;
import org.umec.client.model.InferenceService;

/** What the generated code does with bytes and with characters. */
class BinaryTest {
  private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 0, 13, 10, (byte) 0x80};

  @Test
  void picturesComeAsTheirBytes() throws Exception {
    try (Gateway gateway = new Gateway(asked -> new Answer(200, Map.of("Content-Type", "image/jpeg"), PICTURE))) {
      CameraApi cameras = new CameraApi(Umec.at(gateway.uri(), "weather", "secret"));
      assertArrayEquals(PICTURE, cameras.cameraSnapshotGET(APICameraSnapshotGETRequest.newBuilder().cameraId("lens-1").build()));
    }
  }

  @Test
  void picturesGoAsAFileBesideWhatIsAskedOfThem() throws Exception {
    try (Gateway gateway = new Gateway(asked -> Answer.json("{}"))) {
      CameraApi cameras = new CameraApi(Umec.at(gateway.uri(), "weather", "secret"));
      cameras.inferencesPOST(new InferenceRequest().service(new InferenceService().serName("models")).model("faces"), PICTURE);
      String form = gateway.askedFor("/camera/v1/inferences").get(0).body();
      assertTrue(form.contains("{\"service\":{\"serName\":\"models\"},\"model\":\"faces\""), form);
      assertTrue(form.contains("name=\"request\"\r\nContent-Type: application/json"), form);
      assertTrue(form.contains("name=\"picture\"; filename=\"picture\""), form);
      assertTrue(form.contains("\r\n\r\n" + new String(PICTURE, StandardCharsets.ISO_8859_1) + "\r\n--"), form);
    }
  }

  @Test
  void textIsUtf8WhateverTheMachineThinks() throws Exception {
    try (Gateway gateway = new Gateway(asked -> Answer.json("[{\"mac\":\"00:00:00:00:00:01\",\"name\":\"Küche\"}]"))) {
      SensorsApi sensors = new SensorsApi(Umec.at(gateway.uri(), "weather", "secret"));
      assertEquals("Küche", sensors.latestReadingsGET().get(0).getName());
    }
  }
}
