package client

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const longestProblem = 1 << 16

// ProblemError is what went wrong, as the gateway tells it (RFC 9457). Any operation may return one; errors.As finds it.
type ProblemError struct {
	ProblemDetails
	// Request is what was asked, such as GET /camera/v1/cameras; without its query, which may hold secrets.
	Request string
	// RetryAfter is when to try again; 0 when the gateway does not say.
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
	if err != nil || response.StatusCode < http.StatusBadRequest {
		return response, err
	}
	defer response.Body.Close()
	return nil, problemOf(response)
}

func problemOf(response *http.Response) *ProblemError {
	body, _ := io.ReadAll(io.LimitReader(response.Body, longestProblem))
	problem := &ProblemError{ProblemDetails: detailsOf(body), Request: response.Request.Method + " " + response.Request.URL.Path}
	problem.Status = int64(response.StatusCode)
	if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil && seconds > 0 {
		problem.RetryAfter = time.Duration(seconds) * time.Second
	}
	return problem
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
