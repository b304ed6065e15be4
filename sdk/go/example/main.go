// Command story is what an application on a gateway does, from its first token to its end. It tells what it has done in lines of JSON.
//
// It takes from the environment where the gateway is (UMEC_URL), who it is there (UMEC_CLIENT_ID, UMEC_CLIENT_SECRET and, if it wants
// less than it may, UMEC_SCOPE), and the folder that it puts a picture into (STORY_DIR).
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/signal"

	"umec.org/client"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	config := client.Config{
		Server:       os.Getenv("UMEC_URL"),
		ClientID:     os.Getenv("UMEC_CLIENT_ID"),
		ClientSecret: os.Getenv("UMEC_CLIENT_SECRET"),
		Scope:        os.Getenv("UMEC_SCOPE"),
	}
	gateway, err := client.New(config)
	if err != nil {
		return err
	}
	// every request gets a token by itself; this one is only to show it
	token, err := gateway.Token(ctx)
	if err != nil {
		return err
	}
	tell("token", about{"expiresIn": token.ExpiresIn.Seconds()})

	for _, chapter := range []func() error{
		func() error { return findSensors(ctx, gateway, config.Server) },
		func() error { return readSensors(ctx, gateway) },
		func() error { return takePicture(ctx, gateway, os.Getenv("STORY_DIR")) },
		func() error { return switchLine(ctx, gateway) },
		func() error { return beApplication(ctx, gateway, config) },
	} {
		if err := chapter(); err != nil {
			return err
		}
	}
	return nil
}

type about map[string]any

// tell writes a line, its step first.
func tell(step string, what about) {
	rest, err := json.Marshal(what)
	if err != nil {
		panic(err)
	}
	comma := ","
	if len(what) == 0 {
		comma = ""
	}
	fmt.Printf("{\"step\":%q%s%s\n", step, comma, rest[1:])
}
