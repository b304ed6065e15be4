package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"umec.org/client"
)

// meetProblems does what nobody should: each time there is an error that says what was wrong.
func meetProblems(ctx context.Context, app application) error {
	gateway := app.gateway
	input, err := findLine(ctx, gateway, client.INPUT)
	if err != nil {
		return err
	}
	none := int64(0)
	for _, wrong := range []struct {
		status int64
		do     func() error
	}{
		{http.StatusBadRequest, func() error {
			_, err := gateway.TagReadingsGETWithResponse(ctx, "CB:B8:33:4C:88:4F", &client.TagReadingsGETParams{Limit: &none})
			return err
		}},
		{http.StatusUnauthorized, func() error {
			_, err := gateway.LatestReadingsGETWithResponse(ctx, func(_ context.Context, request *http.Request) error {
				request.Header.Set("Authorization", "Bearer none")
				return nil
			})
			return err
		}},
		{http.StatusForbidden, func() error {
			_, err := gateway.ClientsGETWithResponse(ctx, nil)
			return err
		}},
		{http.StatusNotFound, func() error {
			_, err := gateway.CameraSnapshotGETWithResponse(ctx, "no-such", nil)
			return err
		}},
		{http.StatusConflict, func() error {
			_, err := gateway.LineValuePUTWithResponse(ctx, input, nil, client.Value{Value: client.LineValueN1})
			return err
		}},
		{http.StatusPreconditionFailed, func() error {
			_, err := app.replace(ctx, app.firstETag)
			return err
		}},
	} {
		err := wrong.do()
		var problem *client.ProblemError
		if !errors.As(err, &problem) || problem.Status != wrong.status {
			return fmt.Errorf("expected a problem of status %d, got %w", wrong.status, err)
		}
		tell("problem", about{"status": problem.Status, "title": problem.Title, "detail": problem.Detail})
	}
	return nil
}
