package client

import (
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"
)

func TestAProblemIsAnError(t *testing.T) {
	f := newFake(t)
	f.mux.HandleFunc("/camera/v1/cameras/none", func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("Retry-After", "7")
		refuse(writer, 503, "unavailable")
	})
	f.mux.HandleFunc("/camera/v1/cameras/proxied", func(writer http.ResponseWriter, _ *http.Request) {
		writer.WriteHeader(502)
		fmt.Fprint(writer, "<h1>Bad Gateway</h1>\n")
	})
	gateway := f.gateway(t)
	for _, one := range []struct {
		camera, want string
		retryAfter   time.Duration
	}{
		{"none", "GET /camera/v1/cameras/none: 503 unavailable: so it is", 7 * time.Second},
		{"proxied", "GET /camera/v1/cameras/proxied: 502 Bad Gateway: <h1>Bad Gateway</h1>", 0},
	} {
		_, raw := gateway.CamerasCameraIdGET(t.Context(), one.camera)
		_, decoded := gateway.CamerasCameraIdGETWithResponse(t.Context(), one.camera)
		for _, err := range []error{raw, decoded} {
			var problem *ProblemError
			if !errors.As(err, &problem) || problem.Error() != one.want || problem.RetryAfter != one.retryAfter {
				t.Errorf("got %v", err)
			}
		}
	}
}

func TestAnAddressThatIsNoneIsRefused(t *testing.T) {
	for _, server := range []string{"", "127.0.0.1:8080", "gateway", "http://"} {
		if _, err := New(Config{Server: server}); err == nil {
			t.Errorf("%q was taken", server)
		}
	}
}
