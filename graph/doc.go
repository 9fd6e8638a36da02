// Package graph is the GraphQL API: its schema by topic in graph/schema, the code made from it in graph/generated and
// graph/model, and here the resolvers, the loaders that read for many rows at once, the guard that refuses what would cost
// too much, and the handler that puts them together.
//
// A resolver reads its arguments, makes one call and returns. Rules live below, in packages settings, followup and postchat.
package graph

//go:generate go run ./generate
//go:generate go run ./publish ../docs/schema.graphqls
