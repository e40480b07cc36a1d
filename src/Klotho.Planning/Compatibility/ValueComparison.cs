using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>Compares what is written at a place with what is read there, and collects where they do not fit.</summary>
internal sealed class ValueComparison
{
    private readonly WireSchema written;
    private readonly WireSchema read;
    private readonly ObjectComparison objects;

    public ValueComparison(WireSchema written, WireSchema read)
    {
        (this.written, this.read) = (written, read);
        objects = new(this, written, read);
    }

    public List<WireBreak> Breaks { get; } = [];

    public void Compare(WirePath path, WireValue from, WireValue to)
    {
        if (from.MayBeNull && to.RefusesNull)
        {
            Add(path, WireEffect.Throws, "null is written", "which the reader refuses");
        }

        CompareShapes(path, from.Shape, to.Shape);
    }

    public void Add(WirePath path, WireEffect effect, string what, string reader) => Breaks.Add(new(path, effect, what, reader));

    private void CompareShapes(WirePath path, WireShape from, WireShape to)
    {
        switch (from, to)
        {
            case (WireUnsupported, _) or (_, WireAny) or (_, WireNothing):
                break;
            case (WireScalar, WireScalar) when from == to:
                // A number that is written as text and not read so fails without any change.
                break;
            case (WireOpaque, _) or (_, WireOpaque):
                if (from != to)
                {
                    Add(path, WireEffect.Unknown, $"{WireWords.Of(from, written)} is written", $"and whether {WireWords.Of(to, read)} can be read from it is for the converter to know");
                }

                break;
            case (WireList writtenList, WireList readList):
                CompareLists(path, writtenList, readList);
                break;
            case (WireMap writtenMap, WireMap readMap):
                CompareMaps(path, writtenMap, readMap);
                break;
            case (WireMap map, WireReference reference) when read.Find(reference.Type) is WireObject type:
                CompareMapToObject(path, map, type);
                break;
            case (WireReference reference, WireMap map) when written.Find(reference.Type) is WireObject type:
                CompareObjectToMap(path, type, map);
                break;
            case (WireReference writtenType, WireReference readType)
                when written.Find(writtenType.Type) is WireObject fromObject && read.Find(readType.Type) is WireObject toObject:
                objects.Compare(path, fromObject, toObject);
                break;
            default:
                CompareTokens(path, from, to);
                break;
        }
    }

    private void CompareTokens(WirePath path, WireShape from, WireShape to)
    {
        var effect = (EnumOf(written, from), EnumOf(read, to)) switch
        {
            ({ } fromEnum, { } toEnum) => EnumRules.Effect(fromEnum, toEnum),
            ({ } fromEnum, null) => to is WireScalar scalar ? EnumRules.Effect(fromEnum, scalar) : WireEffect.Throws,
            (null, { } toEnum) => from is WireScalar scalar ? EnumRules.Effect(scalar, toEnum) : WireEffect.Throws,
            _ => (from, to) is (WireScalar fromScalar, WireScalar toScalar) ? ScalarRules.Effect(fromScalar, toScalar) : WireEffect.Throws,
        };
        if (effect is { } found)
        {
            Add(path, found, $"{WireWords.Of(from, written)} is written", ReaderOf(found, to, from));
        }
    }

    private string ReaderOf(WireEffect effect, WireShape to, WireShape from) =>
        EnumOf(written, from) is { } fromEnum && EnumOf(read, to) is { } toEnum && EnumRules.Reason(fromEnum, toEnum) is { } reason ? reason
        : effect == WireEffect.Loses ? $"but the reader's {WireWords.Of(to, read)} does not keep all of it"
        : $"but the reader expects {WireWords.Of(to, read)}";

    private void CompareLists(WirePath path, WireList from, WireList to)
    {
        if (to.Kind == WireListKind.Unreadable)
        {
            if (from.Kind != WireListKind.Unreadable)
            {
                Add(path, WireEffect.Throws, "a list is written", "but the reader's collection cannot be read");
            }
        }
        else if (to.Kind == WireListKind.Set && from.Kind != WireListKind.Set)
        {
            Add(path, WireEffect.Loses, "a list is written", "of which the reader keeps equal elements once");
        }
        else if (to.Kind == WireListKind.Stack && from.Kind != WireListKind.Stack)
        {
            Add(path, WireEffect.Loses, "a list is written", "whose order the reader's stack turns round");
        }

        Compare(path.Each(WirePath.Elements), from.Element, to.Element);
    }

    private void CompareMaps(WirePath path, WireMap from, WireMap to)
    {
        if (from.IsReadable && !to.IsReadable)
        {
            Add(path, WireEffect.Throws, "a map is written", "but the reader's dictionary cannot be read");
        }

        var keys = KeyRules.Effect(from.Key, EnumOf(written, from.Key), to.Key, EnumOf(read, to.Key));
        if (keys is { } effect)
        {
            Add(path.Each(WirePath.Keys), effect, $"{WireWords.Of(from.Key, written)} is written", $"but the reader expects {WireWords.Of(to.Key, read)}");
        }

        Compare(path.Each(WirePath.Entries), from.Element, to.Element);
    }

    private void CompareMapToObject(WirePath path, WireMap from, WireObject to)
    {
        Add(path, WireEffect.Loses, "a map is written", "of which the reader takes the properties that it knows");
        if (to.Unreadable is { } reason)
        {
            Add(path, WireEffect.Throws, "a map is written", $"but the reader's type {reason}");
        }

        foreach (var property in to.Properties.Items.Where(property => property.IsRead))
        {
            if (property.IsRequired)
            {
                Add(path.Property(property.Name), WireEffect.Throws, "an entry of a map may be missing", "but the reader requires it");
            }

            Compare(path.Property(property.Name), from.Element, property.Value);
        }
    }

    private void CompareObjectToMap(WirePath path, WireObject from, WireMap to)
    {
        if (!to.IsReadable || to.Key is not WireScalar { Kind: WireScalarKind.String })
        {
            Add(path, WireEffect.Throws, "an object is written", $"but the reader expects entries whose names are {WireWords.Of(to.Key, read)}");
        }

        foreach (var property in from.Properties.Items.Where(property => property.IsWritten))
        {
            Compare(path.Property(property.Name), property.Value, to.Element);
        }

        if (from.Polymorphism is { } derived)
        {
            foreach (var sign in derived.Cases.Items.Select(each => each.Discriminator).OfType<WireDiscriminator>())
            {
                var shape = new WireScalar(sign.IsNumber ? WireScalarKind.Int32 : WireScalarKind.String);
                Compare(path.Property(derived.Discriminator), new(shape, MayBeNull: false, RefusesNull: false), to.Element);
            }
        }
    }

    private static WireEnum? EnumOf(WireSchema schema, WireShape shape) => shape is WireReference reference ? schema.Find(reference.Type) as WireEnum : null;
}
