package postchat

// TableDiff is what differs between two versions of a campaign's follow-up addresses.
type TableDiff struct {
	// From and To are the versions that were compared.
	From, To int
	Standard ListDiff
	// Codes has an entry for each code whose list differs, that one version does not know, or that was retired between the
	// two, in the campaign's order.
	Codes []CodeDiff
}

// ListDiff is what differs between two lists of addresses. Their order does not count.
type ListDiff struct {
	Added, Removed []Address
	// Renamed are addresses that both have, under the name that they have now.
	Renamed []Address
}

// CodeDiff is what differs in one code's list.
type CodeDiff struct {
	Code SuccessCode
	ListDiff
	// Appeared says that the earlier table did not know the code, and Gone that the later one does not.
	Appeared, Gone bool
	// Retired says that the code was retired after the earlier table was saved, and before the later one was.
	Retired bool
}

// Empty reports whether nothing differs.
func (d TableDiff) Empty() bool { return d.Standard.Empty() && len(d.Codes) == 0 }

// Empty reports whether both lists have the same addresses under the same names.
func (d ListDiff) Empty() bool { return len(d.Added)+len(d.Removed)+len(d.Renamed) == 0 }

// DiffTables compares two versions of one campaign's table, or a stored one with one that was not saved yet. A code that is
// in no entry of a table's Addresses is not known to that table.
func DiffTables(from, to Table) TableDiff {
	diff := TableDiff{From: from.Version, To: to.Version, Standard: diffLists(from.Standard, to.Standard)}
	for _, code := range to.Codes {
		before, wasKnown := from.Addresses[code.ID]
		after, isKnown := to.Addresses[code.ID]
		d := CodeDiff{
			Code: code, ListDiff: diffLists(before, after), Appeared: !wasKnown && isKnown, Gone: wasKnown && !isKnown,
			Retired: code.RetiredAt.After(from.SavedAt) && (to.SavedAt.IsZero() || !code.RetiredAt.After(to.SavedAt)),
		}
		if !d.Empty() || d.Appeared || d.Gone || d.Retired {
			diff.Codes = append(diff.Codes, d)
		}
	}
	return diff
}

func diffLists(from, to []Address) ListDiff {
	var diff ListDiff
	before, after := byKey(from), byKey(to)
	for _, a := range to {
		was, known := before[a.Key()]
		switch {
		case !known:
			diff.Added = append(diff.Added, a)
		case was.Name != a.Name:
			diff.Renamed = append(diff.Renamed, a)
		}
	}
	for _, a := range from {
		if _, known := after[a.Key()]; !known {
			diff.Removed = append(diff.Removed, a)
		}
	}
	return diff
}

func byKey(list []Address) map[string]Address {
	all := make(map[string]Address, len(list))
	for _, a := range list {
		all[a.Key()] = a
	}
	return all
}
