// Package client talks to a µMEC gateway.
//
// What can be generated is: [ClientWithResponses] has a method for each operation, and each schema is a type. By hand is what no
// generator makes: [New] gets tokens and renews them, problems are a [*ProblemError], [Items] reads lists page by page,
// [Gateway.Arrivals] and [Gateway.Events] follow what happens over connections that come and go, and [Gateway.Notifications] and
// [NotificationHandler] take what MEC subscriptions tell.
package client
