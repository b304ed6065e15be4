package org.umec.example;

import java.util.Map;
import org.umec.client.ApiException;
import org.umec.client.ProblemException;
import org.umec.client.Umec;
import org.umec.client.api.CameraApi;
import org.umec.client.api.CameraApi.APICameraSnapshotGETRequest;
import org.umec.client.api.ClientsApi;
import org.umec.client.api.ClientsApi.APIClientsGETRequest;
import org.umec.client.api.GpioApi;
import org.umec.client.model.Direction;
import org.umec.client.model.LineValue;
import org.umec.client.model.Value;

/** What a gateway refuses, and how it says so. */
final class Refusals {
  private final Umec umec;
  private final Teller teller;

  Refusals(Umec umec, Teller teller) {
    this.umec = umec;
    this.teller = teller;
  }

  void meet(Application application) throws ApiException {
    CameraApi cameras = new CameraApi(umec);
    GpioApi gpio = new GpioApi(umec);
    String input = Devices.lineThatIs(Direction.INPUT, gpio);
    String cameraId = cameras.camerasGET().get(0).getCameraId();
    meet(400, () -> cameras.cameraSnapshotGET(APICameraSnapshotGETRequest.newBuilder().cameraId(cameraId).width(-1).build()));
    meet(401, () -> cameras.camerasGET(Map.of("Authorization", "Bearer none")));
    meet(403, () -> new ClientsApi(umec).clientsGET(APIClientsGETRequest.newBuilder().build()));
    meet(404, () -> cameras.camerasCameraIdGET("no-such"));
    meet(409, () -> gpio.lineValuePUT(input, new Value().value(LineValue.NUMBER_1), null));
    meet(412, application::changeWhatWasChanged);
  }

  private interface Asking {
    void ask() throws ApiException;
  }

  private void meet(int status, Asking asking) throws ApiException {
    try {
      asking.ask();
    } catch (ProblemException e) {
      Teller.require(e.status() == status, "expected " + status + ", found " + e.getMessage());
      teller.step("problem", "status", e.status(), "title", e.problem().getTitle(), "detail", e.problem().getDetail());
      return;
    }
    throw new IllegalStateException("expected " + status + ", and there was no problem");
  }
}
