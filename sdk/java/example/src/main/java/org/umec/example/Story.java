package org.umec.example;

import java.net.URI;
import java.nio.file.Path;
import org.umec.client.Umec;
import org.umec.client.model.Reading;

/** All that an application does at a gateway, from its first token to its end. It tells each step as a line of JSON. */
public final class Story {
  private Story() {}

  public static void main(String[] args) throws Exception {
    URI gateway = URI.create(System.getenv("UMEC_URL"));
    Umec umec =
        Umec.builder(gateway, System.getenv("UMEC_CLIENT_ID"), System.getenv("UMEC_CLIENT_SECRET")).scope(System.getenv("UMEC_SCOPE")).build();
    Teller teller = new Teller();

    // nobody has to ask for a token: the first request would
    teller.step("token", "expiresIn", umec.tokens().token().lifetime().toSeconds());

    Sensors sensors = new Sensors(umec, teller);
    sensors.findIn(gateway);
    Reading latest = sensors.latest();
    sensors.historyBefore(latest);

    Devices devices = new Devices(umec, teller);
    devices.takeSnapshot(Path.of(System.getenv("STORY_DIR")).resolve("snapshot.jpg"));
    devices.switchLine();

    try (Application application = Application.registered(umec, teller)) {
      application.subscribe();
      application.offerService();
      application.live();
      application.missNothing();
      sensors.followArrivals();
      new Refusals(umec, teller).meet(application);
      application.end();
    }
  }
}
