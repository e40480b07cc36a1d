using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>Compares objects: as the types they are declared as, and as each derived type that is written instead.</summary>
internal sealed class ObjectComparison(ValueComparison values, WireSchema written, WireSchema read)
{
    // A type that contains itself is compared once: what holds at the first place holds at all.
    private readonly HashSet<(WireTypeName From, WireTypeName To)> seen = [];
    private readonly HashSet<(WireTypeName From, WireTypeName To)> seenProperties = [];
    private readonly PropertyComparison properties = new(values);

    public void Compare(WirePath path, WireObject from, WireObject to)
    {
        if (!seen.Add((from.Name, to.Name)))
        {
            return;
        }

        if (from.Polymorphism is null || from.Polymorphism.WritesBase)
        {
            CompareUnsigned(path, from, to);
        }

        foreach (var each in from.Polymorphism?.Cases.Items ?? [])
        {
            if (written.Find(each.Type) is not WireObject derived)
            {
                continue;
            }

            if (each.Discriminator is { } sign)
            {
                CompareSigned(path.Case(sign.Value), from, derived, sign, to);
            }
            else
            {
                CompareUnsigned(path.Case(WireWords.Short(each.Type)), derived, to);
            }
        }
    }

    private void CompareUnsigned(WirePath path, WireObject from, WireObject to)
    {
        if (to.Unreadable is { } reason)
        {
            // What could not be read before is not a change's doing.
            if (from.Unreadable is null)
            {
                values.Add(path, WireEffect.Throws, "an object is written", $"but the reader's type {reason}");
            }

            return;
        }

        CompareProperties(path, from, to);
    }

    private void CompareSigned(WirePath path, WireObject declared, WireObject from, WireDiscriminator sign, WireObject to)
    {
        var property = declared.Polymorphism?.Discriminator ?? "";
        if (to.Polymorphism?.Discriminator == property)
        {
            CompareToCase(path, from, sign, to, to.Polymorphism);
            return;
        }

        var refuses = to.Polymorphism is not null ? property.StartsWith('$') : to.Unknown == WireUnknownProperties.Refused;
        if (refuses || to.Unreadable is not null)
        {
            values.Add(path, WireEffect.Throws, $"\"{property}\" says which derived type is written", to.Unreadable is { } reason ? $"but the reader's type {reason}" : "but the reader does not know that property");
            return;
        }

        if (from.Name != declared.Name)
        {
            values.Add(path, WireEffect.Loses, "a derived type is written", "which the reader takes for the type that it derives from");
        }

        CompareProperties(path, from, to);
    }

    private void CompareToCase(WirePath path, WireObject from, WireDiscriminator sign, WireObject to, WirePolymorphism polymorphism)
    {
        var known = polymorphism.Cases.Items.FirstOrDefault(each => each.Discriminator == sign);
        if (known is not null && read.Find(known.Type) is WireObject target)
        {
            CompareUnsigned(path, from, target);
        }
        else if (polymorphism.IgnoresStrangers && to.Unreadable is null)
        {
            values.Add(path, WireEffect.Loses, $"the derived type {sign} is written", "which the reader takes for the type that it derives from");
            CompareProperties(path, from, to);
        }
        else
        {
            values.Add(path, WireEffect.Throws, $"the derived type {sign} is written", "which the reader does not know");
        }
    }

    private void CompareProperties(WirePath path, WireObject from, WireObject to)
    {
        if (seenProperties.Add((from.Name, to.Name)))
        {
            properties.Compare(path, from, to);
        }
    }
}
