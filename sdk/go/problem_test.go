package client

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
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
		writer.Header().Set("Retry-After", "99999")
		writer.WriteHeader(502)
		fmt.Fprint(writer, "<h1>Bad Gateway</h1>\n")
	})
	gateway := f.gateway(t)
	for _, one := range []struct {
		camera, want string
		retryAfter   time.Duration
	}{
		{"none", "GET /camera/v1/cameras/none: 503 unavailable: so it is", 7 * time.Second},
		{"proxied", "GET /camera/v1/cameras/proxied: 502 Bad Gateway: <h1>Bad Gateway</h1>", time.Hour},
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

func TestItSaysWhenToTryAgain(t *testing.T) {
	now := time.Now().UTC()
	at := func(from time.Time, pass time.Duration) string { return from.Add(pass).Format(http.TimeFormat) }
	for _, one := range []struct {
		said, date string
		want       time.Duration
	}{
		{"7", "", 7 * time.Second},
		{"99999999999999999999", "", 0},
		{"-7", "", 0},
		{"soon", "", 0},
		{at(now, time.Minute), at(now, 0), time.Minute},
		// the gateway's clock is before its time
		{"Thu, 01 Jan 1970 00:01:00 GMT", "Thu, 01 Jan 1970 00:00:20 GMT", 40 * time.Second},
		{at(now, -time.Minute), "", 0},
	} {
		if got := retryAfter(http.Header{"Retry-After": {one.said}, "Date": {one.date}}); got != one.want {
			t.Errorf("%s, said at %s, is in %v", one.said, one.date, got)
		}
	}
}

func TestErrorsTellNoQuery(t *testing.T) {
	f := newFake(t)
	gateway := f.gateway(t)
	f.Close()
	secret := "s-7f3a"
	errs := []error{}
	_, err := gateway.EventsGET(t.Context(), &EventsGETParams{Topic: &[]string{secret}})
	errs = append(errs, err)
	gateway.sockets.pause = func(context.Context, time.Duration) error { return errors.New("enough") }
	gateway.sockets.retrying = func(err error, _ time.Duration) { errs = append(errs, err) }
	for range gateway.Notifications(t.Context(), f.URL+"/events/v1?ticket="+secret) {
		break
	}
	for _, uri := range []string{"%zz?ticket=" + secret, "ws://127.0.0.1:1/?ticket=" + secret} {
		for _, err := range gateway.Notifications(t.Context(), uri) {
			errs = append(errs, err)
		}
	}
	for _, err := range errs {
		if strings.Contains(err.Error(), secret) {
			t.Error(err)
		}
	}
	if len(errs) != 4 {
		t.Errorf("there were %v", errs)
	}
}

func TestAnAddressThatIsNoneIsRefused(t *testing.T) {
	for _, server := range []string{"", "127.0.0.1:8080", "gateway", "http://", "ftp://gateway"} {
		if _, err := New(Config{Server: server}); err == nil {
			t.Errorf("%q was taken", server)
		}
	}
}
