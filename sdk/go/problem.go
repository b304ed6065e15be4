package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

const (
	longestProblem = 1 << 16
	// longestRetry is what a gateway may ask to wait at most.
	longestRetry = time.Hour
)

// ProblemError is what went wrong, as the gateway tells it (RFC 9457). Any operation may return one; errors.As finds it.
type ProblemError struct {
	ProblemDetails
	// Request is what was asked, such as GET /camera/v1/cameras; without its query, which may hold secrets.
	Request string
	// RetryAfter is when to try again, an hour at most; 0 when the gateway does not say.
	RetryAfter time.Duration
}

// Error is the request, the status, and what was wrong and what was expected.
func (e *ProblemError) Error() string {
	title := http.StatusText(int(e.Status))
	if e.Title != nil {
		title = *e.Title
	}
	return fmt.Sprintf("%s: %d %s: %s", e.Request, e.Status, title, e.Detail)
}

// problems makes an error of an answer that is a problem, for all operations at once.
type problems struct {
	client *http.Client
}

func (p problems) Do(request *http.Request) (*http.Response, error) {
	response, err := p.client.Do(request)
	if err != nil {
		return nil, discreet(err)
	}
	if response.StatusCode < http.StatusBadRequest {
		return response, nil
	}
	defer response.Body.Close()
	return nil, problemOf(response)
}

func problemOf(response *http.Response) *ProblemError {
	body, _ := io.ReadAll(io.LimitReader(response.Body, longestProblem))
	problem := &ProblemError{ProblemDetails: detailsOf(body), Request: response.Request.Method + " " + response.Request.URL.Path}
	problem.Status = int64(response.StatusCode)
	problem.RetryAfter = min(retryAfter(response.Header), longestRetry)
	return problem
}

// retryAfter reads seconds or a date (RFC 9110, clause 10.2.3), which is as long as the answer's own date says: clocks differ.
func retryAfter(header http.Header) time.Duration {
	said := header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(said, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	then, err := http.ParseTime(said)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return max(then.Sub(now), 0)
}

// discreet is an error of a request without the query, which may hold secrets.
func discreet(err error) error {
	var failed *url.Error
	if !errors.As(err, &failed) {
		return err
	}
	address, _, _ := strings.Cut(failed.URL, "?")
	return &url.Error{Op: failed.Op, URL: address, Err: failed.Err}
}

// detailsOf reads problem details, what OAuth 2.0 says instead (RFC 6749, clause 5.2), or whatever a proxy in between has written.
func detailsOf(body []byte) ProblemDetails {
	var said struct {
		ProblemDetails
		Error       string `json:"error"`
		Description string `json:"error_description"`
	}
	if json.Unmarshal(body, &said) != nil {
		return ProblemDetails{Detail: strings.TrimSpace(string(body))}
	}
	if said.Error != "" {
		return ProblemDetails{Title: &said.Error, Detail: said.Description}
	}
	return said.ProblemDetails
}
