package client

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

const (
	// longestAsking is how long a token is waited for, by whoever does not give up before.
	longestAsking = 30 * time.Second
	longestToken  = 1 << 16
)

// Token is an access token (RFC 6749).
type Token struct {
	AccessToken string `json:"-"`
	// ExpiresIn is how long it was good for when it was given.
	ExpiresIn time.Duration
	// Scope is what it is good for, separated by spaces.
	Scope string
}

// Format writes it for fmt, without its secret.
func (t Token) Format(state fmt.State, _ rune) {
	fmt.Fprintf(state, "a token for %q, for %v", t.Scope, t.ExpiresIn)
}

// tokens keeps one token, and gets another one when that is about to end or was refused. However many ask, one request is made.
type tokens struct {
	config   Config
	endpoint string
	http     *http.Client
	now      func() time.Time

	mutex   sync.Mutex
	current Token
	renewAt time.Time
	asking  *asking
}

// asking is a request for a token that is on its way; it ends when nobody waits for it any more.
type asking struct {
	waiting int
	giveUp  context.CancelFunc
	done    chan struct{}
	token   Token
	err     error
}

func (t *tokens) get(ctx context.Context) (Token, error) {
	t.mutex.Lock()
	if t.current.AccessToken != "" && t.now().Before(t.renewAt) {
		defer t.mutex.Unlock()
		return t.current, nil
	}
	if t.asking == nil {
		// whoever asked first may give up; the others still wait for it
		waited, giveUp := context.WithTimeout(context.WithoutCancel(ctx), longestAsking)
		t.asking = &asking{giveUp: giveUp, done: make(chan struct{})}
		go t.renew(waited, t.asking)
	}
	asked := t.asking
	asked.waiting++
	t.mutex.Unlock()
	select {
	case <-asked.done:
		return asked.token, asked.err
	case <-ctx.Done():
		t.leave(asked)
		return Token{}, context.Cause(ctx)
	}
}

// leave ends a request that nobody waits for any more.
func (t *tokens) leave(asked *asking) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	asked.waiting--
	if asked.waiting == 0 && t.asking == asked {
		asked.giveUp()
		t.asking = nil
	}
}

// refused has another token got, unless that has happened already.
func (t *tokens) refused(accessToken string) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if t.current.AccessToken == accessToken {
		t.current = Token{}
	}
}

func (t *tokens) renew(ctx context.Context, asked *asking) {
	defer asked.giveUp()
	askedAt := t.now()
	asked.token, asked.err = t.fetch(ctx)
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if asked.err == nil {
		t.current = asked.token
		// a tenth of its life is left for clocks that differ and requests that take their time
		t.renewAt = askedAt.Add(asked.token.ExpiresIn * 9 / 10)
	}
	if t.asking == asked {
		t.asking = nil
	}
	close(asked.done)
}

// fetch asks for a token with the credentials of the client (RFC 6749, clause 4.4).
func (t *tokens) fetch(ctx context.Context) (Token, error) {
	form := url.Values{"grant_type": {"client_credentials"}}
	if t.config.Scope != "" {
		form.Set("scope", t.config.Scope)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, t.endpoint, strings.NewReader(form.Encode()))
	if err != nil {
		return Token{}, err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	// clause 2.3.1: they are encoded as in a form
	request.SetBasicAuth(url.QueryEscape(t.config.ClientID), url.QueryEscape(t.config.ClientSecret))
	// whoever is not asked is not told the secret, wherever the gateway sends us
	asked := *t.http
	asked.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	response, err := problems{&asked}.Do(request)
	if err != nil {
		return Token{}, fmt.Errorf("no token: %w", err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, longestToken))
	if err != nil {
		return Token{}, fmt.Errorf("no token: %w", err)
	}
	var answer TokenResponse
	if json.Unmarshal(body, &answer) != nil || answer.AccessToken == "" {
		return Token{}, final{fmt.Errorf("no token: %s", response.Status)}
	}
	lifetime := time.Duration(answer.ExpiresIn) * time.Second
	return Token{AccessToken: answer.AccessToken, ExpiresIn: lifetime, Scope: answer.Scope}, nil
}
