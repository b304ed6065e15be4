package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestATokenIsAskedForOnceHoweverManyWait(t *testing.T) {
	f := newFake(t)
	gateway := f.gateway(t)
	var all sync.WaitGroup
	for range 20 {
		all.Add(1)
		go func() {
			defer all.Done()
			if token, err := gateway.Token(t.Context()); err != nil || token.AccessToken != "t1" || token.ExpiresIn != time.Hour || token.Scope != "a b" {
				t.Errorf("got %+v, %v", token, err)
			}
		}()
	}
	all.Wait()
	if given := f.tokensGiven(); given != 1 {
		t.Errorf("%d tokens were asked for", given)
	}
}

func TestATokenIsKeptUntilShortlyBeforeItsEnd(t *testing.T) {
	f := newFake(t)
	gateway := f.gateway(t)
	for _, step := range []struct {
		pass time.Duration
		want string
	}{{0, "t1"}, {53 * time.Minute, "t1"}, {2 * time.Minute, "t2"}, {53 * time.Minute, "t2"}, {24 * time.Hour, "t3"}} {
		f.pass(step.pass)
		if token, err := gateway.Token(t.Context()); err != nil || token.AccessToken != step.want {
			t.Errorf("%v later: got %s, %v, want %s", step.pass, token.AccessToken, err, step.want)
		}
	}
}

func TestWhoGivesUpDoesNotSpoilItForOthers(t *testing.T) {
	f := newFake(t)
	answer := make(chan struct{})
	f.first("/oauth2/token", func(writer http.ResponseWriter, request *http.Request) {
		<-answer
		f.mux.ServeHTTP(writer, request)
	})
	gateway := f.gateway(t)
	impatient, giveUp := context.WithCancel(t.Context())
	gaveUp, got := make(chan error), make(chan error)
	go func() { _, err := gateway.Token(impatient); gaveUp <- err }()
	go func() { _, err := gateway.Token(t.Context()); got <- err }()
	for waitingFor(gateway.tokens) < 2 {
		runtime.Gosched()
	}
	giveUp()
	if err := <-gaveUp; !errors.Is(err, context.Canceled) {
		t.Errorf("who gave up got %v", err)
	}
	close(answer)
	if err := <-got; err != nil {
		t.Error(err)
	}
}

func waitingFor(t *tokens) int {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if t.asking == nil {
		return 0
	}
	return t.asking.waiting
}

func TestATokenThatNobodyWaitsForIsNotAskedForAnyMore(t *testing.T) {
	f := newFake(t)
	ctx, giveUp := context.WithCancel(t.Context())
	ended := make(chan struct{})
	f.first("/oauth2/token", func(_ http.ResponseWriter, request *http.Request) {
		_ = request.ParseForm()
		giveUp()
		<-request.Context().Done()
		close(ended)
	})
	gateway := f.gateway(t)
	if _, err := gateway.Token(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	<-ended
	if token, err := gateway.Token(t.Context()); err != nil || token.AccessToken != "t1" {
		t.Errorf("later: %v, %v", token, err)
	}
}

func TestNoSecretIsShown(t *testing.T) {
	f := newFake(t)
	gateway := f.gateway(t)
	config, token := gateway.tokens.config, Token{AccessToken: "s:cret"}
	gateway.tokens.current = token
	for _, what := range []any{config, &config, token, &token, []Token{token}, gateway} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d"} {
			if shown := fmt.Sprintf(verb, what); strings.Contains(shown, "s:cret") {
				t.Errorf("%s of a %T is %s", verb, what, shown)
			}
		}
	}
	if shown, err := json.Marshal(token); err != nil || strings.Contains(string(shown), "s:cret") {
		t.Errorf("as JSON it is %s, %v", shown, err)
	}
}

func TestCredentialsThatAreRefusedAreAProblem(t *testing.T) {
	f := newFake(t)
	gateway, err := New(Config{Server: f.URL, ClientID: "plates", ClientSecret: "guessed"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = gateway.LatestReadingsGETWithResponse(t.Context())
	var problem *ProblemError
	if !errors.As(err, &problem) || problem.Status != 401 || *problem.Title != "invalid_client" || problem.Detail != "who are you?" {
		t.Errorf("got %v", err)
	}
}

func TestARefusedTokenIsRenewedOnceAndTheRequestSentAgain(t *testing.T) {
	f := newFake(t)
	var sent []string
	f.mux.HandleFunc("PUT /gpio/v1/lines/22/value", func(writer http.ResponseWriter, request *http.Request) {
		body, _ := io.ReadAll(request.Body)
		sent = append(sent, request.Header.Get("Authorization")+" "+string(body))
		if request.Header.Get("Authorization") == "Bearer t1" {
			refuse(writer, 401, "unauthorized")
			return
		}
		writer.Header().Set("Content-Type", "application/json")
		fmt.Fprint(writer, `{"value": 1}`)
	})
	set, err := f.gateway(t).LineValuePUTWithResponse(t.Context(), "22", nil, Value{Value: LineValueN1})
	if err != nil || set.JSON200.Value != LineValueN1 {
		t.Errorf("got %v, %v", set, err)
	}
	if want := []string{`Bearer t1 {"value":1}`, `Bearer t2 {"value":1}`}; !slices.Equal(sent, want) {
		t.Errorf("sent %q", sent)
	}
}

func TestARequestIsNotSentAThirdTime(t *testing.T) {
	f := newFake(t)
	asked := 0
	f.mux.HandleFunc("/", func(writer http.ResponseWriter, _ *http.Request) {
		asked++
		refuse(writer, 401, "unauthorized")
	})
	_, err := f.gateway(t).LinesGETWithResponse(t.Context())
	var problem *ProblemError
	if !errors.As(err, &problem) || problem.Status != 401 || asked != 2 || f.tokensGiven() != 2 {
		t.Errorf("asked %d times with %d tokens: %v", asked, f.tokensGiven(), err)
	}
}

func TestABodyThatCannotBeHadAgainIsNotSentAgain(t *testing.T) {
	f := newFake(t)
	var sent []string
	f.mux.HandleFunc("/", func(writer http.ResponseWriter, request *http.Request) {
		sent = append(sent, request.Header.Get("Authorization"))
		refuse(writer, 401, "unauthorized")
	})
	gateway := f.gateway(t)
	once := struct{ io.Reader }{strings.NewReader(`{"value": 1}`)}
	_, err := gateway.LineValuePUTWithBodyWithResponse(t.Context(), "22", nil, "application/json", once)
	var problem *ProblemError
	if !errors.As(err, &problem) || len(sent) != 1 {
		t.Errorf("sent %q: %v", sent, err)
	}
	if token, err := gateway.Token(t.Context()); err != nil || token.AccessToken != "t2" {
		t.Errorf("the next token is %v, %v", token, err)
	}
}

func TestATokenGoesToNoOtherOrigin(t *testing.T) {
	f := newFake(t)
	var shown string
	other := httptest.NewServer(http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		shown = request.Header.Get("Authorization")
		writer.Header().Set("Content-Type", "application/json")
		fmt.Fprint(writer, `[]`)
	}))
	defer other.Close()
	f.mux.Handle("/", http.RedirectHandler(other.URL, http.StatusTemporaryRedirect))
	if lines, err := f.gateway(t).LinesGETWithResponse(t.Context()); err != nil || lines.JSON200 == nil {
		t.Errorf("got %v, %v", lines, err)
	}
	if shown != "" {
		t.Errorf("the other one was shown %s", shown)
	}
}

func TestTheSecretGoesToNobodyElse(t *testing.T) {
	asked := false
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	defer other.Close()
	gateway := httptest.NewServer(http.RedirectHandler(other.URL, http.StatusTemporaryRedirect))
	defer gateway.Close()
	client, err := New(Config{Server: gateway.URL, ClientID: "plates", ClientSecret: "s:cret"})
	if err != nil {
		t.Fatal(err)
	}
	if token, err := client.Token(t.Context()); err == nil || !strings.Contains(err.Error(), "307") {
		t.Errorf("got %v, %v", token, err)
	}
	if asked {
		t.Error("another one was asked, and so told the secret")
	}
}

func TestARequestThatSaysWhoAsksIsLeftAlone(t *testing.T) {
	f := newFake(t)
	var shown string
	f.mux.HandleFunc("/", func(writer http.ResponseWriter, request *http.Request) {
		shown = request.Header.Get("Authorization")
		refuse(writer, 401, "unauthorized")
	})
	_, err := f.gateway(t).LinesGET(t.Context(), func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer mine")
		return nil
	})
	if err == nil || shown != "Bearer mine" || f.tokensGiven() != 0 {
		t.Errorf("shown %s, %d tokens, %v", shown, f.tokensGiven(), err)
	}
}
