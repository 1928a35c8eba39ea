// The sources' classes of the schema need it.
import 'reflect-metadata';
