package client

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

// fake is a gateway that gives tokens named t1, t2 and so on for an hour each; everything else is the test's.
type fake struct {
	*httptest.Server
	mux *http.ServeMux

	mutex sync.Mutex
	given int
	now   time.Time
	waits []time.Duration
}

func newFake(t *testing.T) *fake {
	t.Helper()
	f := &fake{mux: http.NewServeMux(), now: time.Unix(1_800_000_000, 0)}
	f.mux.HandleFunc("POST /oauth2/token", func(writer http.ResponseWriter, request *http.Request) {
		id, secret, _ := request.BasicAuth()
		if id != "plates" || secret != "s%3Acret" || request.FormValue("grant_type") != "client_credentials" {
			writer.WriteHeader(http.StatusUnauthorized)
			fmt.Fprint(writer, `{"error": "invalid_client", "error_description": "who are you?"}`)
			return
		}
		f.mutex.Lock()
		defer f.mutex.Unlock()
		f.given++
		fmt.Fprintf(writer, `{"access_token": "t%d", "token_type": "Bearer", "expires_in": 3600, "scope": "a b"}`, f.given)
	})
	f.Server = httptest.NewServer(f.mux)
	t.Cleanup(f.Close)
	return f
}

// gateway is the fake as a client sees it, with the fake's clock, on which every pause is over at once.
func (f *fake) gateway(t *testing.T) *Gateway {
	t.Helper()
	gateway, err := New(Config{Server: f.URL, ClientID: "plates", ClientSecret: "s:cret"})
	if err != nil {
		t.Fatal(err)
	}
	gateway.tokens.now = func() time.Time {
		f.mutex.Lock()
		defer f.mutex.Unlock()
		return f.now
	}
	gateway.sockets.random = func() float64 { return 1 }
	gateway.sockets.pause = func(ctx context.Context, wait time.Duration) error {
		f.mutex.Lock()
		defer f.mutex.Unlock()
		f.waits = append(f.waits, wait)
		return ctx.Err()
	}
	return gateway
}

// first has the first requests to a path answered otherwise.
func (f *fake) first(path string, answers ...http.HandlerFunc) {
	usual := f.Config.Handler
	f.Config.Handler = http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		f.mutex.Lock()
		answer := usual.ServeHTTP
		if request.URL.Path == path && len(answers) > 0 {
			answer, answers = answers[0], answers[1:]
		}
		f.mutex.Unlock()
		answer(writer, request)
	})
}

func (f *fake) pass(time time.Duration) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.now = f.now.Add(time)
}

func (f *fake) tokensGiven() int {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return f.given
}

func refuse(writer http.ResponseWriter, status int, title string) {
	writer.Header().Set("Content-Type", "application/problem+json")
	if status == http.StatusUnauthorized {
		writer.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
	}
	writer.WriteHeader(status)
	fmt.Fprintf(writer, `{"status": %d, "title": %q, "detail": "so it is"}`, status, title)
}
