package org.umec.example;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.umec.client.ApiException;
import org.umec.client.Umec;
import org.umec.client.api.CameraApi;
import org.umec.client.api.CameraApi.APICameraSnapshotGETRequest;
import org.umec.client.api.GpioApi;
import org.umec.client.model.Direction;
import org.umec.client.model.Line;
import org.umec.client.model.LineValue;
import org.umec.client.model.Value;

/** A camera and a line of the gateway. */
final class Devices {
  private static final int WIDTH = 320;

  private final CameraApi cameras;
  private final GpioApi gpio;
  private final Teller teller;

  Devices(Umec umec, Teller teller) {
    this.teller = teller;
    cameras = new CameraApi(umec);
    gpio = new GpioApi(umec);
  }

  void takeSnapshot(Path file) throws Exception {
    String cameraId = cameras.camerasGET().get(0).getCameraId();
    byte[] jpeg = cameras.cameraSnapshotGET(APICameraSnapshotGETRequest.newBuilder().cameraId(cameraId).width(WIDTH).build());
    Files.write(file, jpeg);
    int width = ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth();
    Teller.require(width == WIDTH, "the snapshot is " + width + " pixels wide");
    teller.step("snapshot", "cameraId", cameraId, "width", width, "bytes", jpeg.length);
  }

  void switchLine() throws ApiException {
    String lineId = lineThatIs(Direction.OUTPUT, gpio);
    for (LineValue wanted : List.of(LineValue.NUMBER_1, LineValue.NUMBER_0)) {
      gpio.lineValuePUT(lineId, new Value().value(wanted), null);
      teller.step("pin", "lineId", lineId, "value", gpio.lineValueGET(lineId).getValue().getValue());
    }
  }

  static String lineThatIs(Direction direction, GpioApi gpio) throws ApiException {
    return gpio.linesGET().stream().filter(line -> line.getDirection() == direction).map(Line::getLineId).findFirst().orElseThrow();
  }
}
