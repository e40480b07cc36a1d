using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>Compares the properties of an object that is written as one type and read as another.</summary>
internal sealed class PropertyComparison(ValueComparison values)
{
    public void Compare(WirePath path, WireObject from, WireObject to)
    {
        foreach (var property in to.Properties.Items.Where(property => property.IsRead))
        {
            var at = path.Property(property.Name);
            if (Written(from, property, to.ExactNames) is { } source)
            {
                CompareOmission(at, source, property);
                var value = source.Omission == WireOmission.Never ? source.Value : source.Value with { MayBeNull = false };
                values.Compare(at, value, property.Value);
            }
            else
            {
                Missing(at, from, to, property);
            }
        }

        foreach (var property in from.Properties.Items.Where(property => property.IsWritten && !to.Properties.Items.Any(each => each.IsRead && Fits(property, each, to.ExactNames))))
        {
            Unread(path.Property(property.Name), property, to);
        }
    }

    private void Missing(WirePath path, WireObject from, WireObject to, WireProperty property)
    {
        // What neither writes is missing as it always was.
        if (!property.IsWritten && from.Properties.Items.Any(each => !each.IsWritten && Fits(each, property, to.ExactNames)))
        {
            return;
        }

        var renamed = from.Properties.Items.FirstOrDefault(each => each.IsWritten && each.Member == property.Member && !to.Properties.Items.Any(other => other.IsRead && Fits(each, other, to.ExactNames)));
        if (property.IsRequired)
        {
            values.Add(path, WireEffect.Throws, renamed is null ? "nothing is written" : $"it is written as \"{renamed.Name}\"", "but the reader requires it");
        }
        else if (renamed is not null)
        {
            values.Add(path, WireEffect.Loses, $"it is written as \"{renamed.Name}\"", "which the reader skips");
        }
        else if (!property.Value.MayBeNull && !property.HasOwnDefault)
        {
            values.Add(path, WireEffect.Misses, "nothing is written", "where the reader's code expects a value");
        }
    }

    private void CompareOmission(WirePath path, WireProperty from, WireProperty to)
    {
        // A property that loses by itself, unchanged, is not a change's doing.
        if (from.Omission == WireOmission.Never || from == to)
        {
            return;
        }

        var isLeftOut = from.Omission == WireOmission.Default || from.Value.MayBeNull;
        var when = from.Omission == WireOmission.Default ? "its default" : "null";
        if (to.IsRequired && isLeftOut)
        {
            values.Add(path, WireEffect.Throws, $"it is left out where it is {when}", "but the reader requires it");
        }
        else if (isLeftOut && (to.HasOwnDefault || DefaultsToNull(from) != DefaultsToNull(to)))
        {
            values.Add(path, WireEffect.Loses, $"it is left out where it is {when}", "for which the reader takes another value");
        }
    }

    private void Unread(WirePath path, WireProperty property, WireObject to)
    {
        if (to.Properties.Items.Any(each => Fits(property, each, to.ExactNames)))
        {
            if (property.IsRead)
            {
                values.Add(path, WireEffect.Loses, "it is written", "but the reader has no way to set it and skips it");
            }
        }
        else if (to.Unknown == WireUnknownProperties.Refused || (to.Polymorphism is not null && property.Name.StartsWith('$')))
        {
            values.Add(path, WireEffect.Throws, "it is written", "but the reader does not know it and refuses what it does not know");
        }
    }

    private static WireProperty? Written(WireObject from, WireProperty property, bool exactly) =>
        from.Properties.Items.Where(each => each.IsWritten && Fits(each, property, exactly)).OrderBy(each => each.Name == property.Name ? 0 : 1).FirstOrDefault();

    private static bool Fits(WireProperty written, WireProperty read, bool exactly) =>
        string.Equals(written.Name, read.Name, exactly ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    // Only a value type that is not Nullable<T> has another default than null.
    private static bool DefaultsToNull(WireProperty property) =>
        property.Value.MayBeNull || !(property.Value.RefusesNull && property.Value.Shape is WireReference or WireScalar
        {
            Kind: not (WireScalarKind.String or WireScalarKind.Uri or WireScalarKind.Version or WireScalarKind.Bytes),
        });
}
