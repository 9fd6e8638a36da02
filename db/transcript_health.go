package db

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// SourceTranscripts says how it stands with the transcripts that a source's vendor keeps and is still to give.
type SourceTranscripts struct {
	SourceID string `bun:"source_id"`
	// Awaited counts the follow-ups that wait for theirs, and Failing those of them for which the vendor was asked in vain.
	Awaited int `bun:"awaited"`
	Failing int `bun:"failing"`
	// Reason and Fetching are those of the follow-up that failed last; empty where none does.
	Reason   string             `bun:"reason"`
	Fetching *postchat.Fetching `bun:"fetching,type:text,nullzero"`
}

// FollowUp is what the failure looks like at its follow-up, for whoever puts it in words.
func (t SourceTranscripts) FollowUp() postchat.FollowUp {
	return postchat.FollowUp{State: postchat.FollowUpAwaitingTranscript, Reason: t.Reason, Fetching: t.Fetching}
}

// awaitedTranscripts counts them by source.
func awaitedTranscripts(in bun.IDB) *bun.SelectQuery {
	return in.NewSelect().TableExpr("follow_ups AS f").Join("JOIN chats AS c ON c.id = f.chat_id").
		ColumnExpr("c.source_id, f.reason, f.fetching").
		ColumnExpr("count(*) OVER (PARTITION BY c.source_id) AS awaited").
		ColumnExpr("count(CASE WHEN f.reason <> '' THEN 1 END) OVER (PARTITION BY c.source_id) AS failing").
		ColumnExpr("row_number() OVER (PARTITION BY c.source_id ORDER BY CASE WHEN f.reason = '' THEN 1 ELSE 0 END, f.updated_at DESC, f.id) AS place").
		Where("f.state = ?", postchat.FollowUpAwaitingTranscript)
}

// TranscriptsBySource says it of sources by their ids. A source of which none is awaited is left out.
func (c *Scope) TranscriptsBySource(ctx context.Context, sourceIDs []string) (map[string]SourceTranscripts, error) {
	var rows []SourceTranscripts
	waiting := c.inCampaigns(awaitedTranscripts(c.reader()).Where("f.account_id = ?", c.account), "f.campaign_id").
		Where("c.source_id IN (?)", list(sourceIDs))
	err := c.reader().NewSelect().With("waiting", waiting).Table("waiting").Column("source_id", "awaited", "failing", "reason", "fetching").
		Where("place = 1").Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("count the transcripts that are awaited: %w", err)
	}
	bySource := make(map[string]SourceTranscripts, len(rows))
	for _, row := range rows {
		bySource[row.SourceID] = row
	}
	return bySource, nil
}

// FailingTranscripts are the sources of all accounts whose vendors are asked for transcripts in vain, with their names.
func (s *Store) FailingTranscripts(ctx context.Context) (map[string]SourceTranscripts, error) {
	var rows []struct {
		SourceTranscripts

		Name string `bun:"name"`
	}
	err := s.read.NewSelect().With("waiting", awaitedTranscripts(s.read)).TableExpr("waiting").
		Join("JOIN sources ON sources.id = waiting.source_id").ColumnExpr("waiting.*, sources.name").
		Where("place = 1").Where("failing > 0").Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("look for transcripts that are not given: %w", err)
	}
	byName := make(map[string]SourceTranscripts, len(rows))
	for _, row := range rows {
		byName[row.Name] = row.SourceTranscripts
	}
	return byName, nil
}
