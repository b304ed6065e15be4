package org.umec.example;

import java.util.List;
import org.umec.client.model.EndPointInfo;
import org.umec.client.model.SecurityInfo;
import org.umec.client.model.SerializerType;
import org.umec.client.model.ServiceInfoRequest;
import org.umec.client.model.ServiceInfoRequestState;
import org.umec.client.model.TransportInfo;
import org.umec.client.model.TransportType;

/** What we offer to others. */
final class OurService {
  static final String NAME = "story-java";

  private OurService() {}

  static ServiceInfoRequest that(ServiceInfoRequestState state) {
    TransportInfo transport =
        new TransportInfo()
            .id("rest")
            .name("REST")
            .type(TransportType.REST_HTTP)
            .protocol("HTTP")
            .version("1.1")
            .endpoint(endpoint())
            .security(new SecurityInfo());
    return new ServiceInfoRequest()
        .serName(NAME)
        .version("1.0")
        .state(state)
        .serializer(SerializerType.JSON)
        .livenessInterval(2)
        .transportInfo(transport);
  }

  static EndPointInfo endpoint() {
    return new EndPointInfo().uris(List.of("http://127.0.0.1:9001/" + NAME));
  }
}
